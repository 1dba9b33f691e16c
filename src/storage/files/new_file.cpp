#include "new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "../storage.hpp"

namespace loopbaankaart::storage {

void throw_broken(const std::filesystem::path& path) {
    const int problem = errno;
    throw Broken{fmt::format("{}: {}", path.string(), std::system_category().message(problem))};
}

NewFile::NewFile(std::filesystem::path temporary, mode_t mode) : temporary_{std::move(temporary)} {
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor_ < 0) throw_broken(temporary_);
}

NewFile::~NewFile() { discard(); }

void NewFile::discard() noexcept {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    descriptor_ = -1;
    ::unlink(temporary_.c_str());
}

void NewFile::write(base::BytesView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_broken(temporary_);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void NewFile::keep_as(const std::filesystem::path& name, Existing existing) {
    if (::fsync(descriptor_) != 0) throw_broken(temporary_);
    if (existing == Existing::replace) {
        if (::rename(temporary_.c_str(), name.c_str()) != 0) throw_broken(name);
    } else {
        // A link, unlike a rename, never covers a file that is already there.
        if (::link(temporary_.c_str(), name.c_str()) != 0) throw_broken(name);
        ::unlink(temporary_.c_str());
    }
    ::close(std::exchange(descriptor_, -1));
    sync_folder(name.parent_path());
}

void NewFile::keep() {
    if (::close(std::exchange(descriptor_, -1)) != 0) throw_broken(temporary_);
}

namespace {

void sync_open(const std::filesystem::path& folder, int (*sync)(int)) {
    const std::filesystem::path named = folder.empty() ? std::filesystem::path{"."} : folder;
    const int descriptor = ::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw_broken(named);
    const int result = sync(descriptor);
    ::close(descriptor);
    if (result != 0) throw_broken(named);
}

}  // namespace

void sync_folder(const std::filesystem::path& folder) { sync_open(folder, &::fsync); }
void sync_file_system(const std::filesystem::path& folder) { sync_open(folder, &::syncfs); }

void make_folders(const std::filesystem::path& folder) {
    if (folder.empty() || std::filesystem::is_directory(folder)) return;
    make_folders(folder.parent_path());
    std::error_code problem;
    std::filesystem::create_directory(folder, problem);
    if (problem) throw Broken{fmt::format("{}: {}", folder.string(), problem.message())};
    sync_folder(folder.parent_path());
}

}  // namespace loopbaankaart::storage

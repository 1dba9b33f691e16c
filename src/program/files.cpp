#include "files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace loopbaankaart::program {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw std::system_error{errno, std::generic_category(), file.string()};
}

void sync_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) fail(folder);
    ::fsync(handle);
    ::close(handle);
}

}  // namespace

void replace_file(const std::filesystem::path& file, std::string_view text) {
    const std::filesystem::path beside = file.string() + ".new";
    const int handle = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (handle < 0) fail(beside);
    const bool written = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(handle) == 0;
    ::close(handle);
    if (!written || ::rename(beside.c_str(), file.c_str()) != 0) {
        const int why = errno;
        ::unlink(beside.c_str());  // no half file stays behind
        errno = why, fail(beside);
    }
    sync_folder(file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."});
}

}  // namespace loopbaankaart::program

// A media file:
//     4 bytes   "LKM1"
//     8 bytes   size of the clear file, most significant byte first
//     then      chunks of 64 KB clear, each sealed by the vault; an empty file has one empty chunk
// A chunk is bound to the file's name, its own number and the size of the whole: none can be exchanged, left out or cut off.
#include "media_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "../files/new_file.hpp"
#include "../keys/seal.hpp"
#include "../storage.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view magic = "LKM1";
constexpr std::size_t header_size = 12;
constexpr std::uint64_t chunk_size = 64 * 1024;  // clear bytes

std::uint64_t chunks_of(std::uint64_t size) { return size == 0 ? 1 : (size - 1) / chunk_size + 1; }

base::Bytes header_for(std::uint64_t size) {
    base::Bytes header{magic.begin(), magic.end()};
    for (int shift = 56; shift >= 0; shift -= 8) header.push_back(static_cast<unsigned char>(size >> shift));
    return header;
}

class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& file) : file_{file}, descriptor_{::open(file.c_str(), O_RDONLY | O_CLOEXEC)} {
        if (descriptor_ < 0 && errno != ENOENT) throw_broken(file_);
    }
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;

    explicit operator bool() const { return descriptor_ >= 0; }

    // Fewer bytes than asked for only at the end of the file.
    base::Bytes read(std::uint64_t from, std::size_t length) const {
        base::Bytes bytes(length);
        std::size_t have = 0;
        while (have < length) {
            const ssize_t got = ::pread(descriptor_, bytes.data() + have, length - have, static_cast<off_t>(from + have));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw_broken(file_);
            if (got == 0) break;
            have += static_cast<std::size_t>(got);
        }
        bytes.resize(have);
        return bytes;
    }

    // The size of the clear file; throws SealBroken when header and length of the file do not fit each other.
    std::uint64_t clear_size() const {
        const base::Bytes header = read(0, header_size);
        struct stat about {};
        if (::fstat(descriptor_, &about) != 0) throw_broken(file_);
        std::uint64_t size = 0;
        if (header.size() == header_size)
            for (std::size_t at = magic.size(); at < header_size; ++at) size = size << 8 | header[at];
        const auto length = static_cast<std::uint64_t>(about.st_size);
        if (!base::text_of(header).starts_with(magic) || size > length ||
            length != header_size + size + chunks_of(size) * seal_overhead)
            throw SealBroken{fmt::format("{} is cut off or damaged", file_.string())};
        return size;
    }

private:
    std::filesystem::path file_;
    int descriptor_;
};

class MediaFiles final : public Media {
public:
    MediaFiles(std::filesystem::path folder, Vault& vault, const base::Clock& clock, base::Randomness& randomness)
        : folder_{std::move(folder)}, table_{folder_.filename().string()}, vault_{&vault}, clock_{&clock}, randomness_{&randomness} {}

    base::Id put(const base::Id& holder, base::BytesView clear) override;
    std::optional<base::Bytes> read(const base::Id& holder, const base::Id& name, std::uint64_t from, std::uint64_t length) override;
    std::optional<std::uint64_t> size(const base::Id& name) override;
    void remove(const base::Id& name) override;
    std::vector<base::Id> made_before(base::Instant moment) override;

private:
    std::filesystem::path path(const base::Id& name) const { return folder_ / name.view().substr(24) / name.view(); }

    std::filesystem::path folder_;
    std::string table_;  // as sealing knows it: a file of one folder does not open in another
    Vault* vault_;
    const base::Clock* clock_;
    base::Randomness* randomness_;
};

std::string column_of(std::uint64_t chunk, std::uint64_t size) { return fmt::format("{} of {}", chunk, size); }

base::Id MediaFiles::put(const base::Id& holder, base::BytesView clear) {
    const base::Id name = base::Id::make(clock_->now(), *randomness_);
    const std::filesystem::path folder = path(name).parent_path();
    make_folders(folder);
    NewFile file{folder / fmt::format(".{}", name.view())};
    file.write(header_for(clear.size()));
    for (std::uint64_t chunk = 0; chunk < chunks_of(clear.size()); ++chunk) {
        const std::size_t from = chunk * chunk_size;
        const base::BytesView part = clear.subspan(from, std::min<std::size_t>(chunk_size, clear.size() - from));
        const std::string column = column_of(chunk, clear.size());
        file.write(vault_->seal(holder, {table_, column, name.view()}, base::text_of(part)));
    }
    file.keep_as(path(name), Existing::refuse);
    return name;
}

std::optional<base::Bytes> MediaFiles::read(const base::Id& holder, const base::Id& name, std::uint64_t from, std::uint64_t length) {
    const OpenFile file{path(name)};
    if (!file) return std::nullopt;
    const std::uint64_t size = file.clear_size();
    from = std::min(from, size);
    const std::uint64_t end = from + std::min(length, size - from);
    base::Bytes bytes;
    bytes.reserve(end - from);
    while (from < end) {
        const std::uint64_t chunk = from / chunk_size;
        const base::Bytes sealed = file.read(header_size + chunk * (chunk_size + seal_overhead),
                                             std::min(chunk_size, size - chunk * chunk_size) + seal_overhead);
        const std::string clear = vault_->open(holder, {table_, column_of(chunk, size), name.view()}, sealed);
        const std::uint64_t part_end = std::min(end - chunk * chunk_size, std::uint64_t{clear.size()});
        bytes.insert(bytes.end(), clear.begin() + static_cast<std::ptrdiff_t>(from - chunk * chunk_size),
                     clear.begin() + static_cast<std::ptrdiff_t>(part_end));
        from = chunk * chunk_size + part_end;
    }
    return bytes;
}

std::optional<std::uint64_t> MediaFiles::size(const base::Id& name) {
    const OpenFile file{path(name)};
    if (!file) return std::nullopt;
    return file.clear_size();
}

void MediaFiles::remove(const base::Id& name) {
    if (::unlink(path(name).c_str()) == 0) return sync_folder(path(name).parent_path());
    if (errno != ENOENT) throw_broken(path(name));
}

std::vector<base::Id> MediaFiles::made_before(base::Instant moment) {
    std::vector<base::Id> found;
    if (!std::filesystem::exists(folder_)) return found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder_}) {
        const std::string file = entry.path().filename().string();
        const bool half = file.starts_with('.');
        const auto name = base::Id::parse(std::string_view{file}.substr(half ? 1 : 0));
        if (!name || !(name->made_at() < moment)) continue;
        if (half) std::filesystem::remove(entry.path());
        else found.push_back(*name);
    }
    return found;
}

}  // namespace

std::unique_ptr<Media> open_media(std::filesystem::path folder, Vault& vault, const base::Clock& clock, base::Randomness& randomness) {
    return std::make_unique<MediaFiles>(std::move(folder), vault, clock, randomness);
}

}  // namespace loopbaankaart::storage

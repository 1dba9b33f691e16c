#include "memory_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace loopbaankaart::web {

// Memory is taken as bytes come in: the size that is set first only lets the seal against growing know where to stop.
std::optional<MemoryFile> MemoryFile::make(std::size_t most) {
    MemoryFile file{::memfd_create("upload", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (file.descriptor_ < 0) return std::nullopt;
    const bool bounded = ::ftruncate(file.descriptor_, static_cast<off_t>(most)) == 0 && ::fcntl(file.descriptor_, F_ADD_SEALS, F_SEAL_GROW) == 0;
    if (!bounded) return std::nullopt;
    return file;
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)}, size_{std::exchange(other.size_, 0)} {}

MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    return *this;
}

MemoryFile::~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool MemoryFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (count <= 0) return false;
        size_ += static_cast<std::size_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool MemoryFile::seal() {
    return ::ftruncate(descriptor_, static_cast<off_t>(size_)) == 0 && ::fcntl(descriptor_, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_WRITE | F_SEAL_SEAL) == 0;
}

base::Bytes MemoryFile::read() const {
    base::Bytes bytes(size_);
    for (std::size_t at = 0; at < size_;) {
        const auto count = ::pread(descriptor_, bytes.data() + at, size_ - at, static_cast<off_t>(at));
        if (count <= 0) throw std::runtime_error{"an upload in memory cannot be read"};
        at += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace loopbaankaart::web

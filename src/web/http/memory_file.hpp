// A file in memory without a name, for what a browser sent: it never lies on disk in the clear, and is gone with its owner.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <base/base.hpp>

namespace loopbaankaart::web {

class MemoryFile {
public:
    // The kernel itself lets it grow to `most` bytes and no further. Nothing when there are no descriptors or no memory left.
    static std::optional<MemoryFile> make(std::size_t most);
    MemoryFile(MemoryFile&& other) noexcept;
    MemoryFile& operator=(MemoryFile&& other) noexcept;
    ~MemoryFile();

    bool append(std::string_view bytes);  // false: it is full, or there is no memory left
    bool seal();                          // it is whole: from now on nobody can change it, here or in another program

    std::size_t size() const { return size_; }
    base::Bytes read() const;             // all of it
    int descriptor() const { return descriptor_; }  // to hand to another program; stays ours

private:
    explicit MemoryFile(int descriptor) : descriptor_{descriptor} {}
    int descriptor_;
    std::size_t size_ = 0;
};

}  // namespace loopbaankaart::web

// Inside zip only: a Source as libzip reads it.
#pragma once

#include <zip.h>

#include <exception>

#include "archive.hpp"

namespace loopbaankaart::zip {

class LibrarySource {
public:
    explicit LibrarySource(Source& source) : source_{&source} {}
    LibrarySource(const LibrarySource&) = delete;

    // The function by which libzip asks, with this object as its first word.
    static zip_int64_t ask(void* self, void* data, zip_uint64_t length, zip_source_cmd_t what);
    // No exception passes through libzip: what the source threw comes out here.
    void rethrow();

private:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t what);
    zip_int64_t read(unsigned char* to, std::uint64_t length);
    zip_int64_t seek(void* data, zip_uint64_t length);

    Source* source_;
    std::uint64_t at_ = 0;
    std::uint64_t block_from_ = 0;  // of the block that was read last
    base::Bytes block_;
    std::exception_ptr failure_;
    zip_error_t error_{};
};

}  // namespace loopbaankaart::zip

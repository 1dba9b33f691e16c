#include "library_source.hpp"

#include <algorithm>
#include <utility>

namespace loopbaankaart::zip {

namespace {
constexpr std::uint64_t block_size = 64 * 1024;  // libzip reads a few bytes at a time
}

zip_int64_t LibrarySource::ask(void* self, void* data, zip_uint64_t length, zip_source_cmd_t what) {
    auto& source = *static_cast<LibrarySource*>(self);
    try {
        return source.answer(data, length, what);
    } catch (...) {
        source.failure_ = std::current_exception();
        zip_error_set(&source.error_, ZIP_ER_READ, 0);
        return -1;
    }
}

void LibrarySource::rethrow() {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

zip_int64_t LibrarySource::answer(void* data, zip_uint64_t length, zip_source_cmd_t what) {
    switch (what) {
        case ZIP_SOURCE_OPEN: at_ = 0; return 0;
        case ZIP_SOURCE_READ: return read(static_cast<unsigned char*>(data), length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE: return 0;
        case ZIP_SOURCE_STAT: {
            auto* about = static_cast<zip_stat_t*>(data);
            zip_stat_init(about);
            about->valid = ZIP_STAT_SIZE;
            about->size = source_->size();
            return sizeof *about;
        }
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&error_, data, length);
        case ZIP_SOURCE_SEEK: return seek(data, length);
        case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(at_);
        case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_SEEKABLE;
        default: zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0); return -1;
    }
}

zip_int64_t LibrarySource::read(unsigned char* to, std::uint64_t length) {
    std::uint64_t done = 0;
    while (done < length && at_ < source_->size()) {
        if (at_ < block_from_ || at_ >= block_from_ + block_.size()) {
            block_from_ = at_ / block_size * block_size;
            block_ = source_->read(block_from_, block_size);
            if (at_ >= block_from_ + block_.size()) break;  // shorter than it said
        }
        const std::uint64_t within = at_ - block_from_, part = std::min<std::uint64_t>(length - done, block_.size() - within);
        std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(within), part, to + done);
        done += part;
        at_ += part;
    }
    return static_cast<zip_int64_t>(done);
}

zip_int64_t LibrarySource::seek(void* data, zip_uint64_t length) {
    const zip_int64_t to = zip_source_seek_compute_offset(at_, source_->size(), data, length, &error_);
    if (to < 0) return -1;
    at_ = static_cast<std::uint64_t>(to);
    return 0;
}

}  // namespace loopbaankaart::zip

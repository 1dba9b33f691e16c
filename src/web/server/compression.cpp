#include "compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstdint>
#include <stdexcept>

namespace loopbaankaart::web {

namespace {

constexpr int quickly = 4;  // 30 KB of page: a fifth of its size; level 6 takes twice the time for 3% less
constexpr int well = 9;
constexpr int brotli_well = 10;  // 11 saves 1% more of a drawing, in twice the time

// Setting one up costs 256 KB and more time than a small page takes.
class Deflater {
public:
    explicit Deflater(int level) {
        constexpr int gzip_window = 15 + 16;
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error{"zlib does not start"};
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;

    std::string squeeze(std::string_view text) {
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, text.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads it
        stream_.avail_in = static_cast<uInt>(text.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::runtime_error{"zlib does not finish"};
        out.erase(out.size() - stream_.avail_out);
        return out;
    }

private:
    z_stream stream_{};
};

std::string brotlied(std::string_view text) {
    std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
    std::size_t length = out.size();
    if (BrotliEncoderCompress(brotli_well, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()), &length,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_TRUE)
        throw std::runtime_error{"brotli does not finish"};
    out.erase(length);
    out.shrink_to_fit();
    return out;
}

}  // namespace

std::string gzipped(std::string_view text) {
    thread_local Deflater deflater{quickly};
    return deflater.squeeze(text);
}

std::shared_ptr<const Packed> pack(std::string plain) {
    auto packed = std::make_shared<Packed>();
    packed->gzip = Deflater{well}.squeeze(plain);
    packed->gzip.shrink_to_fit();
    packed->brotli = brotlied(plain);
    packed->plain = std::move(plain);
    return packed;
}

}  // namespace loopbaankaart::web

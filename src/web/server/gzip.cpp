#include "gzip.hpp"

#include <zlib.h>

#include <stdexcept>

namespace loopbaankaart::web {

namespace {

constexpr int quickly = 4;  // 30 KB of page: a fifth of its size; level 6 takes twice the time for 3% less
constexpr int well = 9;

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

}  // namespace

std::string gzipped(std::string_view text) {
    thread_local Deflater deflater{quickly};
    return deflater.squeeze(text);
}

std::string gzipped_well(std::string_view text) { return Deflater{well}.squeeze(text); }

}  // namespace loopbaankaart::web

// What people may send in, made here byte by byte or by the libraries and ffmpeg themselves.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::media {

// A file without a name, open.
class MemoryFile {
public:
    MemoryFile();
    explicit MemoryFile(std::string_view bytes);
    MemoryFile(const MemoryFile&) = delete;
    ~MemoryFile();
    int descriptor() const { return descriptor_; }
    std::string path() const;  // for other programs, as long as this one runs
    std::string read() const;

private:
    int descriptor_;
};

// Stands in what a camera wrote beside a picture, and may stand nowhere in what comes out.
inline constexpr const char* canary = "KANARIE-51.98415-5.90771";

enum class Format { jpeg, png, webp };
constexpr Format formats[] = {Format::jpeg, Format::png, Format::webp};

using Colour = std::vector<int>;  // red, green, blue

struct Pixels {
    int width, height;
    std::string colours;  // three bytes each, row by row
    Colour at(int x, int y) const;
};
Pixels painted(int width, int height, const std::function<Colour(int x, int y)>& colour);
Pixels quarters(int width, int height);  // red and green above blue and white
Pixels opened(base::BytesView picture);  // by libvips, as sRGB

std::string saved(const Pixels& pixels, Format format);
std::string saved_in_own_colours(const Pixels& pixels, const char* profile);  // JPEG with that profile in it
std::string see_through(int width, int height);                               // PNG, clearer towards the right
std::string moving(Format format);                                            // WebP or PNG

struct Metadata {
    int orientation = 1;
    std::string canary;  // in every place that can hold words, and as the degrees of latitude
};
std::string with(const std::string& picture, Format format, const Metadata& metadata);
std::string claiming(std::string png, std::uint32_t width, std::uint32_t height);  // its head says so

std::string wav(int seconds, int samples_a_second = 8000);  // a tone of 440 Hz
std::string recorded(const std::string& ffmpeg_words);       // what ffmpeg makes of these

}  // namespace loopbaankaart::media

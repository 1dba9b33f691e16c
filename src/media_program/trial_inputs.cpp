#include "trial_inputs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vips/vips.h>
#include <zlib.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <numbers>
#include <stdexcept>

namespace loopbaankaart::media {

namespace {

using namespace std::string_literals;

std::string number(std::uint64_t value, int bytes, bool largest_first = true) {
    std::string text;
    for (int at = 0; at < bytes; ++at) text += static_cast<char>(value >> 8 * (largest_first ? bytes - 1 - at : at) & 0xFF);
    return text;
}
std::string big(std::uint64_t value, int bytes) { return number(value, bytes); }
std::string little(std::uint64_t value, int bytes) { return number(value, bytes, false); }

void demand(bool done) {
    if (!done) throw std::runtime_error{vips_error_buffer()};
}

using Image = std::unique_ptr<VipsImage, decltype(&g_object_unref)>;
template <typename Operation>
Image made(Operation operation) {
    VipsImage* image = nullptr;
    demand(operation(&image) == 0);
    return {image, &g_object_unref};
}

Image image_of(const Pixels& pixels) {
    const Image raw{vips_image_new_from_memory_copy(pixels.colours.data(), pixels.colours.size(), pixels.width, pixels.height, 3, VIPS_FORMAT_UCHAR), &g_object_unref};
    demand(raw != nullptr);
    return made([&](VipsImage** image) { return vips_copy(raw.get(), image, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr); });
}

std::string taken(void* bytes, std::size_t length) {
    std::string text{static_cast<const char*>(bytes), length};
    g_free(bytes);
    return text;
}

std::string encoded(const Image& image, Format format) {
    void* bytes = nullptr;
    std::size_t length = 0;
    if (format == Format::jpeg) demand(vips_jpegsave_buffer(image.get(), &bytes, &length, "Q", 92, nullptr) == 0);
    if (format == Format::png) demand(vips_pngsave_buffer(image.get(), &bytes, &length, nullptr) == 0);
    if (format == Format::webp) demand(vips_webpsave_buffer(image.get(), &bytes, &length, "Q", 92, nullptr) == 0);
    return taken(bytes, length);
}

std::string png_chunk(const std::string& name, const std::string& content) {
    const std::string named = name + content;
    return big(content.size(), 4) + named + big(crc32(0, reinterpret_cast<const Bytef*>(named.data()), static_cast<uInt>(named.size())), 4);
}

std::string webp_chunk(const std::string& name, const std::string& content) { return name + little(content.size(), 4) + content + std::string(content.size() % 2, '\0'); }

std::string jpeg_part(int mark, const std::string& content) { return "\xFF"s + static_cast<char>(mark) + big(content.size() + 2, 2) + content; }

// TIFF 6.0 in a nutshell: a folder with orientation and description, and one below it with a latitude.
std::string exif(const Metadata& metadata) {
    const auto entry = [](int tag, int kind, std::size_t count, const std::string& value) { return big(static_cast<std::uint64_t>(tag), 2) + big(static_cast<std::uint64_t>(kind), 2) + big(count, 4) + value; };
    const std::string words = metadata.canary + "\0"s, degrees = (metadata.canary + std::string(24, 'N')).substr(0, 24);
    constexpr std::size_t head = 8, folder = 2 + 3 * 12 + 4, latitude = 2 + 2 * 12 + 4;
    const std::size_t below = head + folder, rest = below + latitude;
    return "MM\0\x2A"s + big(head, 4) + big(3, 2) + entry(0x010E, 2, words.size(), big(rest + degrees.size(), 4))
           + entry(0x0112, 3, 1, big(static_cast<std::uint64_t>(metadata.orientation), 2) + "\0\0"s) + entry(0x8825, 4, 1, big(below, 4)) + big(0, 4)
           + big(2, 2) + entry(1, 2, 2, "N\0\0\0"s) + entry(2, 5, 3, big(rest, 4)) + big(0, 4) + degrees + words;
}

std::string xmp(const Metadata& metadata) {
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
           "xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" exif:GPSLatitude=\"" + metadata.canary + "\"/></rdf:RDF></x:xmpmeta>";
}

std::string iptc(const Metadata& metadata) {
    const std::string place = "\x1C\x02\x5A"s + big(metadata.canary.size(), 2) + metadata.canary;
    return "Photoshop 3.0\0008BIM\x04\x04\0\0"s + big(place.size(), 4) + place + std::string(place.size() % 2, '\0');
}

std::string in_jpeg(const std::string& picture, const Metadata& metadata) {
    const std::string parts = jpeg_part(0xE1, "Exif\0\0"s + exif(metadata)) + jpeg_part(0xE1, "http://ns.adobe.com/xap/1.0/\0"s + xmp(metadata)) + jpeg_part(0xED, iptc(metadata))
                              + jpeg_part(0xFE, "<img alt=" + metadata.canary + ">") + jpeg_part(0xE2, "ICC_PROFILE\0\1\1"s + std::string(128, '\0') + metadata.canary);
    return picture.substr(0, 2) + parts + picture.substr(2);
}

std::string in_png(const std::string& picture, const Metadata& metadata) {
    constexpr std::size_t after_head = 8 + 25;
    const std::string chunks = png_chunk("eXIf", exif(metadata)) + png_chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"s + xmp(metadata)) + png_chunk("tEXt", "Comment\0"s + metadata.canary);
    return picture.substr(0, after_head) + chunks + picture.substr(after_head);
}

// libvips writes a resolution beside it, as metadata.
std::string pixels_of(const std::string& webp) {
    const std::size_t at = webp.find("VP8 ");
    const auto byte = [&](std::size_t which) { return static_cast<std::size_t>(static_cast<unsigned char>(webp[at + which])); };
    return webp_chunk("VP8 ", webp.substr(at + 8, byte(4) | byte(5) << 8 | byte(6) << 16));
}

std::string in_webp(const std::string& picture, const Metadata& metadata) {
    const Pixels pixels = opened(base::bytes_of(picture));
    const std::string head = "\x0C\0\0\0"s + little(static_cast<std::uint64_t>(pixels.width - 1), 3) + little(static_cast<std::uint64_t>(pixels.height - 1), 3);
    const std::string chunks = "WEBP" + webp_chunk("VP8X", head) + pixels_of(picture) + webp_chunk("EXIF", exif(metadata)) + webp_chunk("XMP ", xmp(metadata));
    return "RIFF" + little(chunks.size(), 4) + chunks;
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_{::memfd_create("input", MFD_CLOEXEC)} {
    if (descriptor_ < 0) throw std::runtime_error{"no room for a file"};
}
MemoryFile::MemoryFile(std::string_view bytes) : MemoryFile{} {
    if (::pwrite(descriptor_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) throw std::runtime_error{"no room for a file"};
}
MemoryFile::~MemoryFile() { ::close(descriptor_); }
std::string MemoryFile::path() const { return fmt::format("/proc/{}/fd/{}", ::getpid(), descriptor_); }
std::string MemoryFile::read() const {
    std::ifstream file{path(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Colour Pixels::at(int x, int y) const {
    const auto place = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    const auto part = [&](std::size_t which) { return static_cast<int>(static_cast<unsigned char>(colours[place + which])); };
    return {part(0), part(1), part(2)};
}

Pixels painted(int width, int height, const std::function<Colour(int x, int y)>& colour) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int part : colour(x, y)) pixels.colours += static_cast<char>(part);
    return pixels;
}

Pixels quarters(int width, int height) {
    return painted(width, height, [&](int x, int y) -> Colour {
        if (y * 2 < height) return x * 2 < width ? Colour{200, 30, 30} : Colour{30, 160, 30};
        return x * 2 < width ? Colour{30, 30, 200} : Colour{240, 240, 240};
    });
}

Pixels opened(base::BytesView picture) {
    const Image stored{vips_image_new_from_buffer(picture.data(), picture.size(), "", nullptr), &g_object_unref};
    demand(stored != nullptr);
    const Image coloured = made([&](VipsImage** image) { return vips_colourspace(stored.get(), image, VIPS_INTERPRETATION_sRGB, nullptr); });
    std::size_t length = 0;
    void* bytes = vips_image_write_to_memory(coloured.get(), &length);
    return {stored->Xsize, stored->Ysize, taken(bytes, length)};
}

std::string saved(const Pixels& pixels, Format format) { return encoded(image_of(pixels), format); }

std::string saved_in_own_colours(const Pixels& pixels, const char* profile) {
    const Image plain = image_of(pixels);
    return encoded(made([&](VipsImage** image) { return vips_icc_transform(plain.get(), image, profile, "input_profile", "srgb", nullptr); }), Format::jpeg);
}

std::string see_through(int width, int height) {
    const Image colours = image_of(quarters(width, height));
    const Image veil = image_of(painted(width, height, [&](int x, int) { return Colour(3, 255 - 255 * x / width); }));
    const Image one = made([&](VipsImage** image) { return vips_extract_band(veil.get(), image, 0, nullptr); });
    return encoded(made([&](VipsImage** image) { return vips_bandjoin2(colours.get(), one.get(), image, nullptr); }), Format::png);
}

std::string moving(Format format) {
    const Pixels two = quarters(40, 60);
    if (format == Format::png) {
        const std::string png = saved(two, Format::png);
        return png.substr(0, 33) + png_chunk("acTL", big(2, 4) + big(0, 4)) + png.substr(33);
    }
    const Image strip = image_of(two);
    vips_image_set_int(strip.get(), VIPS_META_PAGE_HEIGHT, 30);
    return encoded(strip, Format::webp);
}

std::string with(const std::string& picture, Format format, const Metadata& metadata) {
    return format == Format::jpeg ? in_jpeg(picture, metadata) : format == Format::png ? in_png(picture, metadata) : in_webp(picture, metadata);
}

std::string claiming(std::string png, std::uint32_t width, std::uint32_t height) {
    const std::string head = png.substr(24, 5);
    return png.replace(8, 25, png_chunk("IHDR", big(width, 4) + big(height, 4) + head));
}

std::string wav(int seconds, int samples_a_second) {
    std::string samples;
    for (int at = 0; at < seconds * samples_a_second; ++at)
        samples += static_cast<char>(128 + std::lround(80 * std::sin(2 * std::numbers::pi * 440 * at / samples_a_second)));
    const auto rate = static_cast<std::uint64_t>(samples_a_second);
    const std::string head = "WAVEfmt "s + little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate, 4) + little(1, 2) + little(8, 2);
    return "RIFF" + little(head.size() + 8 + samples.size(), 4) + head + "data" + little(samples.size(), 4) + samples;
}

std::string recorded(const std::string& ffmpeg_words) {
    const MemoryFile file;
    if (std::system(fmt::format("/usr/bin/ffmpeg -nostdin -v error -y {} {}", ffmpeg_words, file.path()).c_str()) != 0) throw std::runtime_error{"ffmpeg does not make it"};
    return file.read();
}

}  // namespace loopbaankaart::media

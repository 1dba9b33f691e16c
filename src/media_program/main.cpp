// loopbaankaart-media draw: one of our own drawings (SVG, standard input) as a picture (WebP, standard output).
// Exit codes: 0 done, 1 refused, 2 wrong usage.
#include <vips/vips.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace {

constexpr double pixels_a_unit = 3.0;  // a scene of 320 × 240 units becomes 960 × 720
constexpr int webp_quality = 80;

std::string read_all() {
    std::string text;
    char part[16384];
    for (std::size_t length = 0; (length = std::fread(part, 1, sizeof part, stdin)) > 0;) text.append(part, length);
    return text;
}

int draw() {
    const std::string svg = read_all();
    VipsImage* image = nullptr;
    if (vips_svgload_buffer(const_cast<char*>(svg.data()), svg.size(), &image, "scale", pixels_a_unit, nullptr) != 0) return 1;
    void* webp = nullptr;
    std::size_t length = 0;
    const int failed = vips_webpsave_buffer(image, &webp, &length, "Q", webp_quality, "strip", TRUE, nullptr);
    g_object_unref(image);
    if (failed != 0) return 1;
    const bool written = std::fwrite(webp, 1, length, stdout) == length && std::fflush(stdout) == 0;
    g_free(webp);
    return written ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 || std::string_view{arguments[1]} != "draw") {
        std::fputs("usage: loopbaankaart-media draw < drawing.svg > picture.webp\n", stderr);
        return 2;
    }
    if (vips_init(arguments[0]) != 0) return 1;
    const int code = draw();
    if (code != 0) std::fputs(vips_error_buffer(), stderr);
    vips_shutdown();
    return code;
}

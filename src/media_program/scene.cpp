#include <vips/vips.h>

#include "jobs.hpp"

namespace loopbaankaart::media {

namespace {

constexpr double pixels_a_unit = 3.0;  // a scene of 320 × 240 units becomes 960 × 720
constexpr int webp_quality = 80;

}  // namespace

std::optional<std::string> draw_scene(const std::string& svg) {
    VipsImage* image = nullptr;
    if (vips_svgload_buffer(const_cast<char*>(svg.data()), svg.size(), &image, "scale", pixels_a_unit, nullptr) != 0) return std::nullopt;
    void* webp = nullptr;
    std::size_t length = 0;
    const int failed = vips_webpsave_buffer(image, &webp, &length, "Q", webp_quality, "strip", TRUE, nullptr);
    g_object_unref(image);
    if (failed != 0) return std::nullopt;
    std::string bytes{static_cast<const char*>(webp), length};
    g_free(webp);
    return bytes;
}

}  // namespace loopbaankaart::media

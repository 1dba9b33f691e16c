// A photo from any phone, as three pictures that hold nothing but what was to be seen.
#include <fmt/format.h>
#include <vips/vips.h>
#include <vips/vector.h>  // after the other: it does not stand alone

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "jobs.hpp"
#include "kinds.hpp"
#include "vips_image.hpp"
#include "webp.hpp"

namespace loopbaankaart::media {

namespace {

constexpr int most_side = 16000;
constexpr std::int64_t most_pixels = 50'000'000;
constexpr std::array longest_sides{1920, 960, 320};
constexpr int webp_quality = 80;

struct Sized {
    int width, height;
    std::string webp;
};

// Reads the head only: pixels follow when they are asked for.
Image opened(PictureKind kind, base::BytesView file) {
    const auto load = kind == PictureKind::jpeg ? vips_jpegload_buffer : kind == PictureKind::png ? vips_pngload_buffer : vips_webpload_buffer;
    void* bytes = const_cast<unsigned char*>(file.data());
    return made([&](VipsImage** image) { return load(bytes, file.size(), image, nullptr); });
}

bool too_large(const Image& picture) {
    const std::int64_t width = picture->Xsize, height = picture->Ysize;
    return width > most_side || height > most_side || width * height > most_pixels;
}

// The profile to read colours by when the file brings one that is broken.
const char* profile_of(const Image& picture) {
    if (picture->Type == VIPS_INTERPRETATION_CMYK) return "cmyk";
    return picture->Bands >= 3 ? "srgb" : nullptr;
}

// Upright, no larger than asked, in sRGB; in memory. A file that breaks off is refused instead of shown in part
// (libvips 8.14 forgets its own option for that, and hands this one on).
Image largest_of(const Image& picture, base::BytesView file) {
    const bool in_own_colours = vips_image_get_typeof(picture.get(), VIPS_META_ICC_NAME) != 0;
    void* bytes = const_cast<unsigned char*>(file.data());
    const Image small = made([&](VipsImage** image) {
        return vips_thumbnail_buffer(bytes, file.size(), image, longest_sides[0], "size", VIPS_SIZE_DOWN, "option_string", "[fail_on=error]",
                                     "export_profile", in_own_colours ? "srgb" : nullptr, "import_profile", in_own_colours ? profile_of(picture) : nullptr, nullptr);
    });
    if (!small) return nullptr;
    const Image coloured = made([&](VipsImage** image) { return vips_colourspace(small.get(), image, VIPS_INTERPRETATION_sRGB, nullptr); });
    return Image{coloured ? vips_image_copy_memory(coloured.get()) : nullptr};
}

Image shrunk(const Image& picture, int longest_side) {
    return made([&](VipsImage** image) { return vips_thumbnail_image(picture.get(), image, longest_side, "size", VIPS_SIZE_DOWN, nullptr); });
}

std::optional<Sized> encoded(const Image& picture) {
    void* webp = nullptr;
    std::size_t length = 0;
    if (vips_webpsave_buffer(picture.get(), &webp, &length, "Q", webp_quality, nullptr) != 0) return std::nullopt;
    Sized sized{picture->Xsize, picture->Ysize, only_pixels({static_cast<const char*>(webp), length})};
    g_free(webp);
    return sized;
}

// Smallest first; a small photo has fewer.
std::vector<Sized> sizes_of(const Image& largest) {
    std::vector<Sized> sizes;
    for (const int longest_side : longest_sides) {
        const Image picture = shrunk(largest, longest_side);
        if (!picture) return {};
        if (!sizes.empty() && sizes.front().width == picture->Xsize && sizes.front().height == picture->Ysize) continue;
        auto sized = encoded(picture);
        if (!sized) return {};
        sizes.insert(sizes.begin(), std::move(*sized));
    }
    return sizes;
}

std::string framed(const std::vector<Sized>& sizes) {
    std::string head, bytes;
    for (const Sized& one : sizes) {
        head += fmt::format("{}{{\"width\":{},\"height\":{},\"bytes\":{}}}", head.empty() ? "" : ",", one.width, one.height, one.webp.size());
        bytes += one.webp;
    }
    return fmt::format("{{\"sizes\":[{}]}}\n{}", head, bytes);
}

}  // namespace

void prepare_for_photos() {
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* reader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"}) vips_operation_block_set(reader, FALSE);
    vips_vector_set_enabled(FALSE);  // it would make code as it goes, which a locked-in program may not
    vips_cache_set_max(0);
    g_log_set_default_handler([](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);  // it would quote the file
}

Outcome photo(base::BytesView file) {
    const auto kind = picture_kind(file);
    if (!kind) return Refusal{"not_a_picture"};
    if (moves(*kind, file)) return Refusal{"animated"};
    const Image picture = opened(*kind, file);
    if (!picture) return Refusal{"damaged"};
    if (base::guarded(base::Guard::photo_pixels) && too_large(picture)) return Refusal{"too_many_pixels"};
    const Image largest = largest_of(picture, file);
    if (!largest) return Refusal{"damaged"};
    const auto sizes = sizes_of(largest);
    if (sizes.empty()) return Refusal{"damaged"};
    return framed(sizes);
}

}  // namespace loopbaankaart::media

#include "album.hpp"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>

#include "../kinds.hpp"
#include "../vips_image.hpp"

namespace loopbaankaart::media {

namespace {

constexpr double dots_a_point = 200.0 / 72;  // of a photo on paper
constexpr int jpeg_quality = 84;
constexpr double most_shape = 20;            // a strip is drawn as if it were less long

using Handle = std::unique_ptr<RsvgHandle, void (*)(void*)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

// Without a folder to start from, a drawing cannot reach other files.
Handle drawing_in(const base::Bytes& svg) { return {rsvg_handle_new_from_data(svg.data(), svg.size(), nullptr), &g_object_unref}; }

bool is_in_one_colour(std::string_view svg) { return svg.substr(0, svg.find('>')).find("fill=\"currentColor\"") != std::string_view::npos; }

std::optional<double> shape_of_drawing(const base::Bytes& svg) {
    const Handle drawing = drawing_in(svg);
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box{};
    if (drawing == nullptr) return std::nullopt;
    rsvg_handle_get_intrinsic_dimensions(drawing.get(), &has_width, &width, &has_height, &height, &has_box, &box);
    if (has_box == FALSE || !(box.width > 0) || !(box.height > 0)) return std::nullopt;
    return box.width / box.height;
}

bool draw_drawing(cairo_t* pen, const base::Bytes& svg, Rectangle where) {
    const Handle drawing = drawing_in(svg);
    const RsvgRectangle place{where.left, where.top, where.width, where.height};
    return drawing != nullptr && rsvg_handle_render_document(drawing.get(), pen, &place, nullptr) == TRUE;
}

std::optional<double> shape_of_photo(const base::Bytes& webp) {
    const Image head = made([&](VipsImage** image) { return vips_webpload_buffer(const_cast<unsigned char*>(webp.data()), webp.size(), image, nullptr); });
    if (!head) return std::nullopt;
    return static_cast<double>(head->Xsize) / head->Ysize;
}

struct Jpeg {
    int width, height;
    unsigned char* bytes;
    std::size_t length;
};

// A file that breaks off is refused (libvips 8.14 hands the option on to its loader).
std::optional<Jpeg> printed(const base::Bytes& webp, int width, int height) {
    const Image sized = made([&](VipsImage** image) {
        return vips_thumbnail_buffer(const_cast<unsigned char*>(webp.data()), webp.size(), image, width, "height", height, "size", VIPS_SIZE_DOWN, "option_string", "[fail_on=error]", nullptr);
    });
    if (!sized) return std::nullopt;
    void* bytes = nullptr;
    std::size_t length = 0;
    double white = 255;  // behind what can be seen through
    VipsArrayDouble* background = vips_array_double_new(&white, 1);
    const int failed = vips_jpegsave_buffer(sized.get(), &bytes, &length, "Q", jpeg_quality, "strip", TRUE, "background", background, nullptr);
    vips_area_unref(VIPS_AREA(background));
    if (failed != 0) return std::nullopt;
    return Jpeg{sized->Xsize, sized->Ysize, static_cast<unsigned char*>(bytes), length};
}

bool draw_photo(cairo_t* pen, const base::Bytes& webp, Rectangle where) {
    const auto dots = [](double points) { return std::max(1, static_cast<int>(std::lround(points * dots_a_point))); };
    const auto jpeg = printed(webp, dots(where.width), dots(where.height));
    if (!jpeg) return false;
    // Its pixels are never written: the PDF takes the JPEG in their place.
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, jpeg->width, jpeg->height), &cairo_surface_destroy};
    if (cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, jpeg->bytes, jpeg->length, &g_free, jpeg->bytes) != CAIRO_STATUS_SUCCESS) return false;
    cairo_save(pen);
    cairo_translate(pen, where.left, where.top);
    cairo_scale(pen, where.width / jpeg->width, where.height / jpeg->height);
    cairo_set_source_surface(pen, surface.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
    return true;
}

}  // namespace

Album::Album(std::vector<workshop::Picture> pictures) : pictures_{std::move(pictures)} {
    for (const workshop::Picture& picture : pictures_) {
        const auto kind = picture_kind(picture.bytes);
        const bool photo = kind == PictureKind::webp && !moves(*kind, picture.bytes);
        const bool drawing = base::text_of(picture.bytes).starts_with("<svg");
        const auto shape = photo ? shape_of_photo(picture.bytes) : drawing ? shape_of_drawing(picture.bytes) : std::nullopt;
        if (!shape && !damaged_) damaged_ = pages_.size();
        pages_.push_back({drawing, drawing && is_in_one_colour(base::text_of(picture.bytes)), std::clamp(shape.value_or(1), 1 / most_shape, most_shape)});
    }
}

void Album::draw(cairo_t* pen, std::size_t picture, Rectangle where) {
    const base::Bytes& bytes = pictures_[picture].bytes;
    const bool drawn = is_drawing(picture) ? draw_drawing(pen, bytes, where) : draw_photo(pen, bytes, where);
    if (!drawn && !damaged_) damaged_ = picture;
}

}  // namespace loopbaankaart::media

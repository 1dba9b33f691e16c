// The map as a page or a picture. Cairo keeps lines lines: only images in the drawing (the grain of the paper) are pixels in a page.
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <vips/vips.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "jobs.hpp"

namespace loopbaankaart::media {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

struct Refusal {
    GError* error = nullptr;
    ~Refusal() {
        if (error != nullptr) std::fprintf(stderr, "%s\n", error->message);
        g_clear_error(&error);
    }
};

RsvgRectangle covering(RsvgHandle* drawing, Size page) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box{0, 0, page.width, page.height};
    rsvg_handle_get_intrinsic_dimensions(drawing, &has_width, &width, &has_height, &height, &has_box, &box);
    const double scale = std::max(page.width / box.width, page.height / box.height);
    return {(page.width - box.width * scale) / 2, (page.height - box.height * scale) / 2, box.width * scale, box.height * scale};
}

bool draw_on(cairo_surface_t* surface, const std::string& svg, Size page) {
    Refusal refusal;
    // Without a folder to start from, a drawing cannot reach other files.
    RsvgHandle* drawing = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &refusal.error);
    if (drawing == nullptr) return false;
    cairo_t* pen = cairo_create(surface);
    const RsvgRectangle place = covering(drawing, page);
    const bool drawn = rsvg_handle_render_document(drawing, pen, &place, &refusal.error) == TRUE;
    cairo_destroy(pen);
    g_object_unref(drawing);
    const cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) std::fprintf(stderr, "%s\n", cairo_status_to_string(status));
    return drawn && status == CAIRO_STATUS_SUCCESS;
}

void make_white(cairo_surface_t* surface) {
    cairo_t* pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_destroy(pen);
}

cairo_status_t append(void* bytes, const unsigned char* part, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(part), length);
    return CAIRO_STATUS_SUCCESS;
}

// Cairo's pixels are four bytes, blue first on the machines we know; a PNG wants red, green and blue.
std::vector<unsigned char> colours_of(cairo_surface_t* surface, int width, int height) {
    cairo_surface_flush(surface);
    std::vector<unsigned char> colours;
    colours.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface) + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface));
        for (int x = 0; x < width; ++x)
            for (const int shift : {16, 8, 0}) colours.push_back(static_cast<unsigned char>(row[x] >> shift));
    }
    return colours;
}

}  // namespace

std::optional<std::string> draw_page(const std::string& svg, Size page) {
    std::string bytes;
    const Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, page.width, page.height), &cairo_surface_destroy};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
    if (!draw_on(surface.get(), svg, page)) return std::nullopt;
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    return bytes;
}

std::optional<std::string> draw_pixels(const std::string& svg, Size pixels, double per_inch) {
    const int width = static_cast<int>(pixels.width), height = static_cast<int>(pixels.height);
    std::vector<unsigned char> colours;
    {
        const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy};
        make_white(surface.get());
        if (!draw_on(surface.get(), svg, pixels)) return std::nullopt;
        colours = colours_of(surface.get(), width, height);
    }
    VipsImage* image = vips_image_new_from_memory(colours.data(), colours.size(), width, height, 3, VIPS_FORMAT_UCHAR);
    if (image == nullptr) return std::nullopt;
    VipsImage* sized = nullptr;
    const double per_millimetre = per_inch / 25.4;
    void* png = nullptr;
    std::size_t length = 0;
    const bool made = vips_copy(image, &sized, "xres", per_millimetre, "yres", per_millimetre, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr) == 0
                      && vips_pngsave_buffer(sized, &png, &length, "compression", 6, nullptr) == 0;
    if (sized != nullptr) g_object_unref(sized);
    g_object_unref(image);
    if (!made) return std::nullopt;
    std::string bytes{static_cast<const char*>(png), length};
    g_free(png);
    return bytes;
}

}  // namespace loopbaankaart::media

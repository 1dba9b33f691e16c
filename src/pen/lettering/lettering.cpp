#include "lettering.hpp"

#include <fmt/format.h>
#include <hb-ft.h>
#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <mutex>
#include <span>
#include <stdexcept>

namespace loopbaankaart::pen {

namespace {

constexpr double slant = 0.2;     // of leaning letters: to the right, per unit upwards
constexpr int fine_units = 1 << 16;

template <auto destroy>
struct Destroy {
    template <typename Thing>
    void operator()(Thing* thing) const { destroy(thing); }
};
using Buffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;

// Writes glyphs as path data, in the space of the sheet.
struct Quill {
    std::string data;
    double scale = 1, leaning = 0;
    Point at;

    std::string place(float x, float y) const { return fmt::format("{:.2f} {:.2f}", at.x + (static_cast<double>(x) + leaning * static_cast<double>(y)) * scale, at.y - static_cast<double>(y) * scale); }
};

Quill& quill(void* data) { return *static_cast<Quill*>(data); }

hb_draw_funcs_t* make_pen() {
    hb_draw_funcs_t* pen = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pen, [](hb_draw_funcs_t*, void* to, hb_draw_state_t*, float x, float y, void*) { quill(to).data += "M" + quill(to).place(x, y); }, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(pen, [](hb_draw_funcs_t*, void* to, hb_draw_state_t*, float x, float y, void*) { quill(to).data += "L" + quill(to).place(x, y); }, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(pen, [](hb_draw_funcs_t*, void* to, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
        quill(to).data += "Q" + quill(to).place(cx, cy) + " " + quill(to).place(x, y);
    }, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(pen, [](hb_draw_funcs_t*, void* to, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) {
        quill(to).data += "C" + quill(to).place(ax, ay) + " " + quill(to).place(bx, by) + " " + quill(to).place(x, y);
    }, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(pen, [](hb_draw_funcs_t*, void* to, hb_draw_state_t*, void*) { quill(to).data += "Z"; }, nullptr, nullptr);
    hb_draw_funcs_make_immutable(pen);
    return pen;
}

Buffer shaped(hb_font_t* font, std::string_view text) {
    Buffer buffer{hb_buffer_create()};
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font, buffer.get(), nullptr, 0);
    return buffer;
}

}  // namespace

struct Lettering::Font {
    std::mutex mutex;  // one weight at a time
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    hb_font_t* font = nullptr;

    ~Font() {
        if (font != nullptr) hb_font_destroy(font);
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }

    void open(std::string_view bytes) {
        if (FT_Init_FreeType(&library) != 0 || FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), 0, &face) != 0)
            throw std::invalid_argument{"this is no font"};
        hb_face_t* tables = hb_ft_face_create_referenced(face);
        font = hb_font_create(tables);
        hb_face_destroy(tables);
        hb_font_set_scale(font, fine_units, fine_units);
    }

    void weigh(double weight) const {
        const hb_variation_t variation{HB_TAG('w', 'g', 'h', 't'), static_cast<float>(weight)};
        hb_font_set_variations(font, &variation, 1);
    }
};

Lettering::Lettering(std::string_view font) : font_{std::make_unique<Font>()} { font_->open(font); }
Lettering::~Lettering() = default;
Lettering::Lettering(Lettering&&) noexcept = default;
Lettering& Lettering::operator=(Lettering&&) noexcept = default;

double Lettering::width(std::string_view text, const Style& style) const {
    const std::lock_guard lock{font_->mutex};
    font_->weigh(style.weight);
    const Buffer buffer = shaped(font_->font, text);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    double sum = 0;
    for (const hb_glyph_position_t& one : std::span{positions, count}) sum += one.x_advance;
    return sum / fine_units * style.size + style.tracking * std::max(0.0, static_cast<double>(count) - 1);
}

std::string Lettering::outline(std::string_view text, const Style& style, Point start) const {
    static hb_draw_funcs_t* const pen = make_pen();  // for as long as the program runs
    const std::lock_guard lock{font_->mutex};
    font_->weigh(style.weight);
    const Buffer buffer = shaped(font_->font, text);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const double scale = style.size / fine_units;
    Quill writing{.scale = scale, .leaning = style.leaning ? slant : 0, .at = start};
    for (unsigned i = 0; i < count; ++i) {
        const Point line = writing.at;
        writing.at = {line.x + positions[i].x_offset * scale, line.y - positions[i].y_offset * scale};
        hb_font_get_glyph_shape(font_->font, glyphs[i].codepoint, pen, &writing);
        writing.at = {line.x + positions[i].x_advance * scale + style.tracking, line.y};
    }
    return std::move(writing.data);
}

}  // namespace loopbaankaart::pen

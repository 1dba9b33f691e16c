#include "lettering.hpp"

#include <fmt/format.h>
#include <hb-ft.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <vector>


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

    std::string place(float x, float y) const { return fmt::format("{:.1f} {:.1f}", at.x + (static_cast<double>(x) + leaning * static_cast<double>(y)) * scale, at.y - static_cast<double>(y) * scale); }
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

struct Letter {
    hb_codepoint_t sign;
    std::size_t at;  // in the text
};

std::vector<Letter> letters_of(std::string_view text) {
    const Buffer buffer{hb_buffer_create()};
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::vector<Letter> letters;
    for (unsigned i = 0; i < count; ++i) letters.push_back({infos[i].codepoint, infos[i].cluster});
    return letters;
}

struct Glyph {
    hb_codepoint_t glyph;
    hb_position_t advance, right, up;
};

}  // namespace

// A file of letters.
class Face {
public:
    Face(FT_Library library, std::string_view bytes) {
        if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), 0, &face_) != 0)
            throw std::invalid_argument{"this is no font"};
        hb_face_t* tables = hb_ft_face_create_referenced(face_);
        font_ = hb_font_create(tables);
        hb_face_destroy(tables);
        hb_font_set_scale(font_, fine_units, fine_units);
    }
    Face(const Face&) = delete;
    ~Face() {
        if (font_ != nullptr) hb_font_destroy(font_);
        FT_Done_Face(face_);
    }

    void weigh(double weight) {
        if (weight == weight_) return;
        weight_ = weight;
        const hb_variation_t variation{HB_TAG('w', 'g', 'h', 't'), static_cast<float>(weight)};
        hb_font_set_variations(font_, &variation, 1);
    }
    bool has(hb_codepoint_t letter) const {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font_, letter, &glyph) != 0;
    }
    hb_font_t* font() const { return font_; }

private:
    FT_Face face_ = nullptr;
    hb_font_t* font_ = nullptr;
    double weight_ = 0;  // as it was set last
};

struct Lettering::Fonts {
    std::mutex mutex;  // one weight at a time
    FT_Library library = nullptr;
    std::vector<std::unique_ptr<Face>> faces;

    Fonts() {
        if (FT_Init_FreeType(&library) != 0) throw std::runtime_error{"no letters can be read"};
    }
    Fonts(const Fonts&) = delete;
    ~Fonts() {
        faces.clear();
        FT_Done_FreeType(library);
    }

    // Each letter from the first file that has it; what none has comes from the first, as a box.
    const Face& face_for(hb_codepoint_t letter) const {
        for (const auto& face : faces)
            if (face->has(letter)) return *face;
        return *faces.front();
    }

    // Hands over the glyphs of a text, one after the other.
    void write(std::string_view text, double weight, const std::function<void(const Face&, const Glyph&)>& take) const {
        for (const auto& face : faces) face->weigh(weight);
        const std::vector<Letter> letters = letters_of(text);
        for (std::size_t first = 0; first < letters.size();) {
            const Face& face = face_for(letters[first].sign);
            std::size_t next = first + 1;
            while (next < letters.size() && &face_for(letters[next].sign) == &face) ++next;
            const std::size_t end = next < letters.size() ? letters[next].at : text.size();
            write_run(face, text.substr(letters[first].at, end - letters[first].at), take);
            first = next;
        }
    }

private:
    static void write_run(const Face& face, std::string_view text, const std::function<void(const Face&, const Glyph&)>& take) {
        const Buffer buffer = shaped(face.font(), text);
        unsigned count = 0;
        const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
        for (unsigned i = 0; i < count; ++i) take(face, {glyphs[i].codepoint, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    }
};

Lettering::Lettering(std::initializer_list<std::string_view> fonts) : fonts_{std::make_unique<Fonts>()} {
    for (const std::string_view bytes : fonts) fonts_->faces.push_back(std::make_unique<Face>(fonts_->library, bytes));
    if (fonts_->faces.empty()) throw std::invalid_argument{"letters need a font"};
}
Lettering::~Lettering() = default;
Lettering::Lettering(Lettering&&) noexcept = default;
Lettering& Lettering::operator=(Lettering&&) noexcept = default;

double Lettering::width(std::string_view text, const Style& style) const {
    const std::lock_guard lock{fonts_->mutex};
    double sum = 0, letters = 0;
    fonts_->write(text, style.weight, [&](const Face&, const Glyph& glyph) {
        sum += glyph.advance;
        ++letters;
    });
    return sum / fine_units * style.size + style.tracking * std::max(0.0, letters - 1);
}

std::string Lettering::outline(std::string_view text, const Style& style, Point start) const {
    static hb_draw_funcs_t* const pen = make_pen();  // for as long as the program runs
    const std::lock_guard lock{fonts_->mutex};
    const double scale = style.size / fine_units;
    Quill writing{.scale = scale, .leaning = style.leaning ? slant : 0, .at = start};
    fonts_->write(text, style.weight, [&](const Face& face, const Glyph& glyph) {
        const Point line = writing.at;
        writing.at = {line.x + glyph.right * scale, line.y - glyph.up * scale};
        hb_font_get_glyph_shape(face.font(), glyph.glyph, pen, &writing);
        writing.at = {line.x + glyph.advance * scale + style.tracking, line.y};
    });
    return std::move(writing.data);
}

}  // namespace loopbaankaart::pen

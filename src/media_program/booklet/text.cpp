#include "text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <ranges>
#include <stdexcept>
#include <string>

namespace loopbaankaart::media {

namespace {

constexpr double middle_of_small_letters = 0.34;  // of the size, above the baseline

int units(double points) { return static_cast<int>(points * PANGO_SCALE); }
double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

// Pango reads "left" as "where the words begin".
PangoAlignment alignment(Align align, PangoLayout* layout) {
    if (align == Align::middle) return PANGO_ALIGN_CENTER;
    const bool begins_right = pango_layout_get_line_readonly(layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
    return align == Align::left && begins_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

// A face that cannot be opened would be passed over in silence, and its words with it.
bool can_be_drawn(const PangoLayoutLine* line) {
    for (const GSList* run = line->runs; run != nullptr; run = run->next) {
        PangoFont* face = static_cast<const PangoGlyphItem*>(run->data)->item->analysis.font;
        cairo_scaled_font_t* letters = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face));
        if (letters == nullptr || cairo_scaled_font_status(letters) != CAIRO_STATUS_SUCCESS) return false;
    }
    return true;
}

// Signs that are none: Pango ends at the first and draws a box for the others.
std::string without_controls(std::string_view words) {
    constexpr char last = 0x7F;
    std::string signs{words};
    for (char& sign : signs)
        if ((sign >= 0 && sign < ' ') || sign == last) sign = ' ';
    return signs;
}

}  // namespace

Text::Text(const Fonts& fonts, const Style& style, std::string_view words, double width, base::Language language, Align align)
    : layout_{pango_layout_new(fonts.context()), &g_object_unref}, leading_{style.leading}, baseline_{style.leading / 2 + style.size * middle_of_small_letters}, language_{language} {
    set_face(layout_.get(), style.face, style.size);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(std::string{base::code(language)}.c_str())));
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout_.get(), units(width));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    const std::string signs = without_controls(words);
    pango_layout_set_text(layout_.get(), signs.data(), static_cast<int>(signs.size()));
    pango_layout_set_alignment(layout_.get(), alignment(align, layout_.get()));
    PangoLayoutIter* at = pango_layout_get_iter(layout_.get());
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        lines_.push_back({pango_layout_iter_get_line_readonly(at), points(extents.x), points(extents.width)});
    } while (pango_layout_iter_next_line(at) == TRUE);
    pango_layout_iter_free(at);
    if (!std::ranges::all_of(lines_, can_be_drawn, &Line::letters)) throw std::runtime_error{"a font cannot be read"};
    // Pango counts widths in whole numbers, which a paragraph without end would not fit in.
    const PangoLayoutLine* last = lines_.back().letters;
    if (static_cast<std::size_t>(last->start_index + last->length) != signs.size()) throw std::length_error{"a paragraph is too long"};
}

double Text::width() const { return std::ranges::max_element(lines_, {}, &Line::width)->width; }

bool Text::breaks_a_word() const {
    int count = 0;
    const PangoLogAttr* signs = pango_layout_get_log_attrs_readonly(layout_.get(), &count);
    const char* words = pango_layout_get_text(layout_.get());
    return std::ranges::any_of(lines_ | std::views::drop(1), [&](const Line& line) {
        return signs[g_utf8_pointer_to_offset(words, words + line.letters->start_index)].is_line_break == 0;
    });
}

void Text::draw_line(cairo_t* pen, std::size_t line, double left, double top) const {
    cairo_move_to(pen, left + lines_[line].left, top + baseline_);
    pango_cairo_show_layout_line(pen, lines_[line].letters);
}

std::vector<std::string_view> paragraphs_of(std::string_view words) {
    std::vector<std::string_view> paragraphs;
    for (const std::string_view line : base::split(words, '\n'))
        if (const std::string_view paragraph = base::trimmed(line); !paragraph.empty()) paragraphs.push_back(paragraph);
    return paragraphs;
}

}  // namespace loopbaankaart::media

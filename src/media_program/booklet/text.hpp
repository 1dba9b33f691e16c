// Words set in a face, broken into lines. Lengths in points; lines stand at equal distances, whatever signs are in them.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string_view>
#include <vector>

#include <base/base.hpp>

#include "fonts.hpp"

namespace loopbaankaart::media {

struct Style {
    Face face;
    double size, leading;  // of the letters; from line to line
};

// `natural` is at the side where the words begin: left, and right in Arabic.
enum class Align { natural, left, middle };

class Text {
public:
    Text(const Fonts& fonts, const Style& style, std::string_view words, double width, base::Language language, Align align = Align::natural);

    std::size_t lines() const { return lines_.size(); }
    double leading() const { return leading_; }
    double height() const { return leading_ * static_cast<double>(lines()); }
    double width() const;           // of its longest line
    bool breaks_a_word() const;     // because it is longer than a line
    double baseline() const { return baseline_; }  // below the top of its line
    base::Language language() const { return language_; }
    const char* words() const { return pango_layout_get_text(layout_.get()); }

    void draw_line(cairo_t* pen, std::size_t line, double left, double top) const;

private:
    struct Line {
        PangoLayoutLine* letters;  // of layout_
        double left, width;
    };
    std::unique_ptr<PangoLayout, void (*)(void*)> layout_;
    std::vector<Line> lines_;
    double leading_, baseline_;
    base::Language language_;
};

// What stands between line ends, without those that are empty.
std::vector<std::string_view> paragraphs_of(std::string_view words);

}  // namespace loopbaankaart::media

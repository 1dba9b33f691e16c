// Letters as outlines, so that a drawing needs no font where it is shown, and as widths, so that labels can be laid out beforehand
// as a browser will lay them (kerning included).
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "../geometry/point.hpp"

namespace loopbaankaart::pen {

// Letters of one design, in one or more font files (WOFF2 or OpenType, with an axis for weight), as a page has them. Thread-safe.
class Lettering {
public:
    // The bytes of each file must outlive it. Throws std::invalid_argument when they are no font.
    Lettering(std::initializer_list<std::string_view> fonts);
    ~Lettering();
    Lettering(Lettering&&) noexcept;
    Lettering& operator=(Lettering&&) noexcept;

    // One line: the weight 100–900, the size in units of the sheet, the letters this much further apart, leaning (upright letters put at a slant).
    struct Style {
        double weight = 400, size = 16, tracking = 0;
        bool leaning = false;
        bool operator==(const Style&) const = default;
    };
    // In units, without the room after the last letter.
    double width(std::string_view text, const Style& style) const;
    // Path data of filled outlines; `start` is where the first letter stands on its line.
    std::string outline(std::string_view text, const Style& style, Point start) const;

private:
    struct Fonts;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace loopbaankaart::pen

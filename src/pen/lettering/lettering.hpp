// Letters as outlines, so that a drawing needs no font where it is shown, and as widths, so that labels can be laid out beforehand
// as a browser will lay them (kerning included).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "../geometry/point.hpp"

namespace loopbaankaart::pen {

// One font file (WOFF2 or OpenType, with an axis for weight). Thread-safe.
class Lettering {
public:
    // The bytes must outlive it. Throws std::invalid_argument when they are no font.
    explicit Lettering(std::string_view font);
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
    struct Font;
    std::unique_ptr<Font> font_;
};

}  // namespace loopbaankaart::pen

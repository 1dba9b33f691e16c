// Inside pen: colours as drawing programs write them (CSS Color 4, §4–6).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loopbaankaart::pen {

struct Paint {
    std::string colour;  // "#rrggbb"
    double opacity = 1;  // 0–1
};

// "#abc", "#aabbcc", "#aabbccdd", "rgb(1 2 3 / 50%)", "hsl(20, 30%, 40%)", "darkred". Nothing for what is no colour.
std::optional<Paint> parse_colour(std::string_view text);

// "0.5" or "50%", within 0–1; 1 for what is no number.
double parse_opacity(std::string_view text);

// "#rrggbb" of a colour's name in CSS, or empty.
std::string_view named_colour(std::string_view name);

// Its strongest channel, 0–1: low is dark, whatever the hue.
double strength_of(std::string_view colour);

}  // namespace loopbaankaart::pen

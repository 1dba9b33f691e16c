// The colours of the house by name, by day and by night (look.md, "Palette").
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace loopbaankaart::pen {

enum class Light { day, night };

using Palette = std::map<std::string, std::string, std::less<>>;  // name → "#rrggbb", by day

// Reads lines like `.brick { color: #D2694A; }`: the palette stands in the style sheet that also shows the plain sources in a browser.
Palette parse_palette(std::string_view style_sheet);

// The night shade of a wash: 60% to the night's blue; whatever burns or shines stays, and windows light up.
std::string at_night(std::string_view name, std::string_view colour);
// `part` of the way from one colour to another.
std::string mixed(std::string_view from, std::string_view to, double part);

}  // namespace loopbaankaart::pen

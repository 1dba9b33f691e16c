// The colours of the house by name, by day, by night and on paper (look.md, "Palette").
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../source/source.hpp"

namespace loopbaankaart::pen {

enum class Light { day, night, print };  // print: white paper, and sparing of ink

using Palette = std::map<std::string, std::array<std::string, 3>, std::less<>>;  // name → "#rrggbb" by Light

// Reads lines like `.brick { color: #D2694A; }`: the palette stands in the style sheet that also shows the plain sources in a browser.
// `--night: #16202F` after the colour says what it becomes at night, else at_night does; likewise `--print: #FFFFFF`.
Palette read_palette(std::string_view style_sheet, std::vector<DrawingMistake>& mistakes);
Palette parse_palette(std::string_view style_sheet);  // one of which a test says that it has no mistakes
constexpr std::size_t most_colours = 200;

// The night shade of a wash: 60% to the night's blue; whatever burns or shines stays, and windows light up.
std::string at_night(std::string_view name, std::string_view colour);
// The same wash on white paper: pale, so that the ink does the drawing.
std::string at_print(std::string_view name, std::string_view colour);
// The name of a colour that is in no palette: "c-d2694a" for "#D2694A".
std::string own_name(std::string_view colour);
// The name under which this very colour stands in the palette, or its own.
std::string name_of(const Palette& palette, std::string_view colour);
bool is_colour(const Palette& palette, std::string_view name);
// Of a name that is_colour.
std::string colour(const Palette& palette, std::string_view name, Light light);
// `part` of the way from one colour to another.
std::string mixed(std::string_view from, std::string_view to, double part);

}  // namespace loopbaankaart::pen

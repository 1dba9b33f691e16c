// A cut of the map: what lies around a place, with somebody's own trail, to stand in a story. On paper it is always day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "traveller.hpp"

namespace loopbaankaart::atlas {

enum class CutReach { near, wide };

// On the sheet, in its units; as wide to as high as 4 to 3.
struct Cut {
    double left = 0, top = 0, across = 0, down = 0;
};
constexpr int cut_width = 1600, cut_height = 1200;  // pixels of the picture it becomes

// Around the place as the sheet is now, within its frame. Nothing for a place that is not on it.
std::optional<Cut> cut_around(const Atlas& atlas, std::string_view place, CutReach reach);

// As a drawing of its own, SVG for loopbaankaart-media ({"pixels", …}), with the names that lie in it and the trail of these stays. Takes about a second.
std::string draw_cut(const Atlas& atlas, const Cut& cut, base::Language language, const std::vector<Stay>& stays);
// The same on a page, out of the pieces that the page of the map shows. `said`: what it shows, in words.
void show_cut(web::Html& html, const Atlas& atlas, const Cut& cut, const std::vector<Stay>& stays, std::string_view said);

}  // namespace loopbaankaart::atlas

// The style sheet that puts the list of places over the picture.
#pragma once

#include <string>

#include "chart.hpp"

namespace loopbaankaart::atlas {

// For each place (#plek-ID) where its box lies (--l --t --w --h: its drawing, or its name alone), where in that box the name stands
// (--x its middle, --y its upper edge) and how large its letters are (--s), all in units
// of the sheet; --b, --i, --a and --c are their weight, slant, tracking and colour. assets/css/chart.css does the rest.
std::string chart_style(const Chart& chart, base::Language language);

}  // namespace loopbaankaart::atlas

// A traveller's state drawn over the map: the trail, footprints where one was, a flag where one is (look.md, "A traveller's state").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trail.hpp"

namespace loopbaankaart::atlas {

struct TravellerLook {
    std::string_view flag_words;     // "ik ben hier", in the reader's language
    std::optional<pen::Light> paper; // in the colours of this light; nothing: classes only, which a page's style sheet colours
};

// An <svg> over the whole sheet, to stand inline in a page over the picture, or inside the sheet's own SVG. Empty for no stays.
// Its style sheet gives trail-casing, trail, steps and flag-pole a stroke, flag-words a fill, flag, flag-foot and flag-knob both. No ids, no styles.
std::string draw_traveller(const TrailGround& ground, const std::vector<Stay>& stays, const TravellerLook& look);

}  // namespace loopbaankaart::atlas

// A traveller's state drawn over the map: the trail, footprints where one was, a flag where one is (look.md, "A traveller's state").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trail.hpp"

namespace loopbaankaart::atlas {

struct Flag {
    pen::Point foot, knob, words;  // the middle of each
    std::string pole, cloth;       // path data
};

// Path data on the sheet; what a page does with it: src/atlas/map/overlay.cpp.
struct TravellerDrawing {
    std::string way;                  // an open line
    std::string soles, heels;         // beside the way: open lines for a round pen of sole_width and heel_width
    std::string pair_soles, pair_heels, whole_feet;  // where one was: the same, pair_size times as large; whole_feet lie under them
    std::vector<Flag> flags;          // from back to front
};
constexpr double sole_width = 4.3, heel_width = 3.3, pair_size = 1.5;  // units
constexpr double flag_letters = 13;

// `flag_words` tells how long the cloth is.
TravellerDrawing draw_traveller(const TrailGround& ground, const std::vector<StopStay>& stays, std::string_view flag_words);

}  // namespace loopbaankaart::atlas

// Inside the trail: footprints, beside the trail and where one was.
#pragma once

#include <string>

#include "draw_traveller.hpp"

namespace loopbaankaart::atlas {

struct Print {
    pen::Point at;
    double toward;   // radians
    double size = 1;
};

// A few steps beside the trail before each stop, left and right in turn, where there is room for them.
std::vector<Print> steps_beside(const TrailGround& ground, const std::vector<TrailLine>& lines);
// Two feet side by side at a stop, clear of the trail.
std::vector<Print> pair_at(const TrailGround& ground, const Stop& stop, const std::vector<TrailLine>& lines);
std::vector<Print> pair_on(pen::Point at);

// The front and the heel of every foot, as lines for a round pen (draw_traveller.hpp); and from heel to front, for what lies under them.
std::string soles(const std::vector<Print>& prints);
std::string heels(const std::vector<Print>& prints);
std::string whole_feet(const std::vector<Print>& prints);

}  // namespace loopbaankaart::atlas

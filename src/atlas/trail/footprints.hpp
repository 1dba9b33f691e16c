// Inside the trail: footprints, beside the trail and where one was.
#pragma once

#include <string>

#include "trail.hpp"

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

// The front and the heel of every foot, as lines for a round pen of these widths; and from heel to front, for what lies under them.
constexpr double sole_width = 4.3, heel_width = 3.3;
std::string soles(const std::vector<Print>& prints);
std::string heels(const std::vector<Print>& prints);
std::string whole_feet(const std::vector<Print>& prints);

}  // namespace loopbaankaart::atlas

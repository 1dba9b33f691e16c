// Inside the trail: what makes a band stiff.
#pragma once

#include "band.hpp"

namespace loopbaankaart::atlas {

// The equations of a band that resists stretching and bending (Kass, Witkin and Terzopoulos, "Snakes", 1988, equation 19): each point is
// tied to its two neighbours on either side, so that one pass forth and one back over the five diagonals solves them.
class Stiffness {
public:
    Stiffness(const Band& band, double stretch, double bend);

    // Where the band goes when every point is drawn to `wanted`.
    Outline solve(const Outline& wanted) const;

private:
    std::vector<double> held_, diagonal_, first_, second_;
};

}  // namespace loopbaankaart::atlas

// Inside pen: an elliptical arc as cubic curves.
#pragma once

#include <vector>

#include "path.hpp"

namespace loopbaankaart::pen {

struct Arc {
    Point from, to;
    double radius_x = 0, radius_y = 0;
    double turned = 0;  // degrees
    bool large = false, sweep = false;
};

// One cubic per quarter turn (SVG 2, appendix B.2.4: from end points to centre).
std::vector<Cubic> cubics_of(Arc arc);

}  // namespace loopbaankaart::pen

// Which part of the sheet a drawing covers.
#pragma once

#include <vector>

#include "../source/source.hpp"
#include "../geometry/point.hpp"

namespace loopbaankaart::pen {

// Every line of a drawing as points, as `place` puts it on a sheet; its shadows, its ground and what only shows at night left out.
std::vector<Ring> outlines_of(const Element& source, const Parts& parts, const Matrix& place = {});

}  // namespace loopbaankaart::pen

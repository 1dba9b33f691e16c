// Inside pen: the basic shapes and transforms of SVG.
#pragma once

#include <optional>
#include <string>

#include "../geometry/point.hpp"
#include "source.hpp"

namespace loopbaankaart::pen {

// The path data of path, rect, circle, ellipse, line, polyline or polygon; nothing for another tag.
std::optional<std::string> path_data_of(const Element& shape);

// The bumps of a leafy edge, in units of the sheet, when the shape is drawn that much larger.
double bump_of(const Element& shape, double scale);

// "translate(3 4) rotate(10 5 5) scale(2)"; also matrix, skewX and skewY. Nothing when it cannot be read.
std::optional<Matrix> parse_transform(std::string_view text);

}  // namespace loopbaankaart::pen

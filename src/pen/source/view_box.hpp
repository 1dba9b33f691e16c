// The boxes that drawings are made in.
#pragma once

#include <optional>

#include "source.hpp"

namespace loopbaankaart::pen {

// Where a drawing lies on its sheet.
struct ViewBox {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const ViewBox&) const = default;
};
// Ours: a landmark stands on y = 165 of it.
inline constexpr ViewBox house_box{0, 0, 240, 180};
inline constexpr double house_foot = 165;

// Nothing when the source has no viewBox that can be read.
std::optional<ViewBox> view_box_of(const Element& source);

}  // namespace loopbaankaart::pen

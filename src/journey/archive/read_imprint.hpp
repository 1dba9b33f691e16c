// A stamp as it was pressed into a telling (passport/stamp.hpp, svg_of), when it comes in from elsewhere. It is read sign by sign: nothing that our own pen never
// writes gets through, so nothing in it does anything or points anywhere.
#pragma once

#include <optional>
#include <string_view>

namespace loopbaankaart::journey {

// How wide and high its drawing is, in units; nothing for any other SVG.
std::optional<int> side_of_imprint(std::string_view svg);

}  // namespace loopbaankaart::journey

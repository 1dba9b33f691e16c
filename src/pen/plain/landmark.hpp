// A landmark as anybody may have made it: with our roles, or in a drawing program with fills and strokes of its own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "../drawing/palette.hpp"
#include "../source/source.hpp"

namespace loopbaankaart::pen {

// The drawing with a role for every shape, ready for Drawing, in the house's box of 240 × 180. A shape without a role gets one from its
// fill and stroke (plain_shape.hpp). What was made for another box, or does not stay within ours, is made to fit it and stands on its foot.
// `parts` are the house's own, which a drawing may use. Nothing when a mistake is serious.
std::optional<Element> read_landmark(std::string_view text, const Parts& parts, const Palette& palette, std::vector<DrawingMistake>& mistakes);

}  // namespace loopbaankaart::pen

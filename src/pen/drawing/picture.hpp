// A drawing as a file of its own.
#pragma once

#include <string>

#include "drawing.hpp"

namespace loopbaankaart::pen {

// The SVG document, in the box of its source (240 × 180 when it has none). The same source gives the same bytes.
std::string picture(std::string_view name, const Element& source, const Parts& parts, const Palette& palette, Light light, std::vector<DrawingMistake>& mistakes);

// What the source says it shows, in words (its <title>), or nothing.
std::string title_of(const Element& source);

}  // namespace loopbaankaart::pen

// A drawing as a file of its own.
#pragma once

#include <string>

#include "drawing.hpp"

namespace loopbaankaart::pen {

// The SVG document, in the box of its source (240 × 180 when it has none). The same source gives the same bytes.
std::string picture(std::string_view name, const Element& source, const Parts& parts, const Palette& palette, Light light, std::vector<DrawingMistake>& mistakes);

// The same in one colour, that of the text around it (currentColor), and without a style sheet, so that it may stand inside a page: for a
// stamp. Of a source that has only washes without a colour and lines (great, ink, part, fine).
std::string imprint(std::string_view name, const Element& source, std::vector<DrawingMistake>& mistakes);

// What the source says it shows, in words (its <title>), or nothing.
std::string title_of(const Element& source);

}  // namespace loopbaankaart::pen

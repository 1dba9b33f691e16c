// Looks over what travellers choose from: both languages, colours that can be read, spots inside the drawing, no letters in a drawing.
#pragma once

#include "content.hpp"

namespace loopbaankaart::journey {

inline constexpr double readable = 4.5, readable_on_a_line = 3;  // WCAG 2, AA; a line of the paper is thin

// Everything that is wrong with these files, as our own must have nothing.
std::vector<ContentFault> lint_content(const ContentFiles& files);

}  // namespace loopbaankaart::journey

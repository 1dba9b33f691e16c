// Inside the sheet: one drawing as somebody made it.
#pragma once

#include "sheet.hpp"

namespace loopbaankaart::atlas {

// Nothing, with its mistakes, when the pen cannot draw all of it.
std::optional<pen::Element> read_drawing(std::string_view text, const std::string& shown, const Drawings& drawings, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

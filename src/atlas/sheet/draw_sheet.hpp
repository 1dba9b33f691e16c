// The sheet drawn: sea, land, landmarks and all that grows between them (look.md, "The sheet, bottom to top").
#pragma once

#include <string>

#include "sheet.hpp"

namespace loopbaankaart::atlas {

// The whole sheet as an SVG document, without labels. The same sheet and drawings give the same bytes.
std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light);

}  // namespace loopbaankaart::atlas

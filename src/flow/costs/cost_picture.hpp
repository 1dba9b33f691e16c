// Which share completed an activity after so many contact hours, with its margin, the half and the eight of ten in it; and beside it how it ended for everybody. Drawn as with ink and wash.
#pragma once

#include <string>

#include "../through/flow_picture.hpp"
#include "costs.hpp"

namespace loopbaankaart::flow {

// A whole SVG file, with its letters. It says no more than the table beside it.
std::string cost_picture(const CostLine& line, const PictureLook& look);

}  // namespace loopbaankaart::flow

// Lines of an activity for a spreadsheet.
#pragma once

#include <span>
#include <string>

#include "costs.hpp"

namespace loopbaankaart::flow {

// As flow_file.hpp; an empty cell is a figure that is not there, and the last column says why.
std::string cost_file(std::span<const CostLine> lines, base::Language language);

}  // namespace loopbaankaart::flow

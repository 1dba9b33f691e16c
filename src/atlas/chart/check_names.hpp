// Warnings about names on a school's map.
#pragma once

#include <vector>

#include "chart.hpp"

namespace loopbaankaart::atlas {

// Names that lie on each other, on a drawing or off the sheet, in Dutch or in English; each with a line that its writer can change.
void check_names(const Chart& chart, const std::vector<ContentFile>& school, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

// Inside the sheet: lines through points.
#pragma once

#include "sheet.hpp"

namespace loopbaankaart::atlas {

enum class Run { open, around };

// A smooth line through the points (Catmull–Rom), as points about `step` units apart.
Outline smooth(const Outline& through, Run run, double step);

// How a coast frays: by where it lies, so that the same coast always frays the same. About −2.5 to 2.5.
double fray_at(double x, double y);

}  // namespace loopbaankaart::atlas

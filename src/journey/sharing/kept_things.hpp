// Things of the backpack as something that can be shared.
#pragma once

#include "shareable.hpp"

namespace loopbaankaart::journey {

extern const Shareable kept_things;

}  // namespace loopbaankaart::journey

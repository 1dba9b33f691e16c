// Inside cells only: which routes are common in the tables of the school, of a year, of sectors, their levels and programmes.
#pragma once

#include "exchanges.hpp"

namespace loopbaankaart::flow {

// `small_alone`: only what is small itself is hidden (Hiding).
Commons settle(const Counted& counted, bool small_alone);
// Whether it tells more apart than the family above it.
bool is_there(const Counted& counted, Family family);

}  // namespace loopbaankaart::flow

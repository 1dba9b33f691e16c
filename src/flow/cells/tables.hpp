// Inside cells only: the figures of common routes, table by table.
#pragma once

#include "years.hpp"

namespace loopbaankaart::flow {

std::vector<Table> tables_of(const Counted& counted, const Commons& common, const Years& years);

}  // namespace loopbaankaart::flow

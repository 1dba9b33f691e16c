// Inside through: every figure of the page in a table a year, with how sure it is; of one group, or of two beside each other.
#pragma once

#include "selection.hpp"

namespace loopbaankaart::flow {

void through_tables(web::Html& html, const Selection& selection);

}  // namespace loopbaankaart::flow

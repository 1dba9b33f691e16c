// Inside through: what can be looked at, and what stands there when something else is shown than was asked.
#pragma once

#include "selection.hpp"

namespace loopbaankaart::flow {

// What the form offers, and where to look when one year of a group is not told.
struct Offered {
    std::vector<Table> choices;
    std::optional<Table> year_of_sector, year_of_school;
};
Offered offered_beside(storage::Reads& reads, const Selection& selection);

void choose_table(web::Html& html, const Selection& selection, const Offered& offered);
// Nothing when what was asked is shown.
void say_what_is_shown(web::Html& html, const Selection& selection, const Offered& offered);

}  // namespace loopbaankaart::flow

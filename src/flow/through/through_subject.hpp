// Inside flow: a share of Doorstroom as something to talk about (../story).
#pragma once

#include "../story/subject.hpp"
#include "selection.hpp"

namespace loopbaankaart::flow {

// Of those who were in a state, the share that was in another a year later. `step`: 0 from the year in which they began.
struct WayAsked {
    std::size_t step;
    std::string from, to;  // states, as the data name them
};
web::Url address_of_way(const TableAsked& table, const WayAsked& way);
std::string way_in_words(const WayAsked& way, base::Language language);
std::optional<Subject> find_way(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);

}  // namespace loopbaankaart::flow

// Inside people_pages only: the page of one person, also with something that could not be done (409).
#pragma once

#include "../people/people.hpp"
#include "../policy/visit.hpp"

namespace loopbaankaart::access {

web::Reply person_page(storage::Reads& reads, const Visit& visit, const Person& person, const std::optional<base::Error>& error);

}  // namespace loopbaankaart::access

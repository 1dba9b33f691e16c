// Inside flow: what one completion takes, of Wat kost het, as something to talk about (../story).
#pragma once

#include "../story/subject.hpp"
#include "question.hpp"

namespace loopbaankaart::flow {

web::Url address_of_hours(const CostAnswer& answer, const CostLine& line);
// "Diploma · uren per student die het haalt"
std::string hours_in_words(const CostLine& line, base::Language language);
// Nothing when the page shows a larger group in its place, or says why it tells no hours.
std::optional<Subject> find_hours(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);

}  // namespace loopbaankaart::flow

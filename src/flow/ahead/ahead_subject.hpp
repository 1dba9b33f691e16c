// Inside flow: a forecast of Vooruitkijken as something to talk about (../story).
#pragma once

#include "../story/subject.hpp"
#include "looking.hpp"

namespace loopbaankaart::flow {

// Of what is shown, of one school year.
web::Url address_of_forecast(const Outlooked& seen, State state, std::int32_t year);
// "Gestopt · 2026–2027"
std::string forecast_in_words(const Outlooked& seen, State state, std::int32_t year, base::Language language);
// Nothing when the page shows a larger group in its place, or says no more of that year than that there are few. When the year is over: the forecast as it was made
// then, and what it came to.
std::optional<Subject> find_forecast(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);

}  // namespace loopbaankaart::flow

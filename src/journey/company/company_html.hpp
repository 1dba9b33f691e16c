// Inside company: what its pages share.
#pragma once

#include "company.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look company_look{.sheet = "css/journey/mee.css"};

web::Url page_of_company(const base::Id& company);  // to the traveller
web::Url page_along(const base::Id& company);       // to who travels along
// For what part of the journey, and until when.
void what_part(web::Html& html, const access::Visit& visit, const Company& company);
// "Tot en met 24 december 2026"; nothing without an end.
std::string until_of(const access::Visit& visit, const Company& company);
// On /gezelschap: who travels along with the viewer, who did, and the way to ask somebody.
void who_travels_along(web::Html& html, const access::Visit& visit);

}  // namespace loopbaankaart::journey

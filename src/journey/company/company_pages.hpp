// The pages of company: of a traveller with whom somebody travels along (/gezelschap), and of who travels along (/mee).
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /gezelschap
web::Answer ask_whom_to_invite(const Desk& desk, const access::Visit& visit);
web::Answer invite_along(const Desk& desk, const access::Visit& visit);
web::Answer show_company(const Desk& desk, const access::Visit& visit);
web::Answer stop_travelling_together(const access::Visit& visit);

// /mee
web::Answer show_along(const Desk& desk, const access::Visit& visit);
web::Answer show_one_along(const Desk& desk, const access::Visit& visit);
web::Answer ask_how_compass_stands(const Desk& desk, const access::Visit& visit);
web::Answer put_question_aside(const access::Visit& visit);
web::Answer lead_along(const access::Visit& visit);  // from /gedeeld, as it was called before

std::vector<access::Route> company_routes(const Desk& desk);
Part company_part();

}  // namespace loopbaankaart::journey

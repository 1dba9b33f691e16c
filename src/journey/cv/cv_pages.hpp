// The pages of LOB-cv's.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /cv
web::Answer show_cvs(const access::Visit& visit);
web::Answer ask_for_cv(const Desk& desk, const access::Visit& visit);
web::Answer keep_cv(const Desk& desk, const access::Visit& visit);
// /cv/{record}
web::Answer show_cv(const Desk& desk, const access::Visit& visit);
web::Answer change_cv(const Desk& desk, const access::Visit& visit);
web::Answer ask_how_to_tell_cv(const access::Visit& visit);
web::Answer tell_cv(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> cv_routes(const Desk& desk);
Part cv_part();

}  // namespace loopbaankaart::journey

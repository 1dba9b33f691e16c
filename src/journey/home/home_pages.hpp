// Home (`/`): one calm page on which a day begins. The map as it is now; one thing of about this day a year ago; what somebody asked, else what the school asks;
// one wish that came back. Each only if there is one, and nothing else: nothing is counted and nothing is new.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer show_home(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> home_routes(const Desk& desk);
Part home_part();

}  // namespace loopbaankaart::journey

// The pages of the compass.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /kompas
web::Answer show_compass(const access::Visit& visit);
web::Answer keep_bearing(const Desk& desk, const access::Visit& visit);
web::Answer put_asked_aside(const access::Visit& visit);
web::Answer show_rim(const access::Visit& visit);
web::Answer change_rim(const Desk& desk, const access::Visit& visit);
web::Answer choose_from_backpack(const access::Visit& visit);

// /peilingen
web::Answer show_bearing(const access::Visit& visit);

std::vector<access::Route> compass_routes(const Desk& desk);
Part compass_part();

}  // namespace loopbaankaart::journey

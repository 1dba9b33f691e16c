#include "home_pages.hpp"

namespace loopbaankaart::journey {

std::vector<access::Route> home_routes(const Desk& desk) { return {{web::Method::get, "/", with(desk, show_home), access::anyone_on_open_map}}; }

Part home_part() { return {.code = "thuis", .routes = home_routes}; }

}  // namespace loopbaankaart::journey

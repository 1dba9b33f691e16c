// The pages of the travel log.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer show_blog(const Desk& desk, const access::Visit& visit);
web::Answer ask_for_post(const Desk& desk, const access::Visit& visit);
web::Answer keep_post(const Desk& desk, const access::Visit& visit);
web::Answer show_post(const Desk& desk, const access::Visit& visit);
web::Answer ask_post_change(const Desk& desk, const access::Visit& visit);
web::Answer change_post(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> blog_routes(const Desk& desk);
Part blog_part();

}  // namespace loopbaankaart::journey

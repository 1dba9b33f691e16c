// The pages of the passport.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer show_passport(const Desk& desk, const access::Visit& visit);
web::Answer ask_for_cover(const access::Visit& visit);
web::Answer make_cover(const Desk& desk, const access::Visit& visit);

web::Answer ask_for_stamp(const Desk& desk, const access::Visit& visit);
web::Answer make_stamp(const Desk& desk, const access::Visit& visit);
web::Answer show_own_stamp(const Desk& desk, const access::Visit& visit);
web::Answer ask_stamp_change(const Desk& desk, const access::Visit& visit);
web::Answer change_stamp(const Desk& desk, const access::Visit& visit);

web::Answer ask_for_page(const Desk& desk, const access::Visit& visit);
web::Answer make_page(const Desk& desk, const access::Visit& visit);
web::Answer ask_page_change(const Desk& desk, const access::Visit& visit);
web::Answer change_page(const Desk& desk, const access::Visit& visit);
web::Answer put_page_elsewhere(const Desk& desk, const access::Visit& visit);

web::Answer ask_to_tell_passport(const Desk& desk, const access::Visit& visit);
web::Answer tell_passport(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> passport_routes(const Desk& desk);
Part passport_part();

}  // namespace loopbaankaart::journey

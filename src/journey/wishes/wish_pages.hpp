// The pages of wishes.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /wensen
web::Answer show_wishes(const Desk& desk, const access::Visit& visit);
web::Answer ask_for_a_wish(const Desk& desk, const access::Visit& visit);
web::Answer hang_wish(const Desk& desk, const access::Visit& visit);
// /wensen/{record}
web::Answer show_wish(const Desk& desk, const access::Visit& visit);
web::Answer ask_wish_change(const Desk& desk, const access::Visit& visit);
web::Answer change_wish(const Desk& desk, const access::Visit& visit);
web::Answer ask_step(const Desk& desk, const access::Visit& visit);
web::Answer take_step(const Desk& desk, const access::Visit& visit);
web::Answer wish_happens_now(const access::Visit& visit);
web::Answer do_the_wish(const access::Visit& visit);
web::Answer wish_a_while_later(const access::Visit& visit);
web::Answer end_wish(const Desk& desk, const access::Visit& visit);

// On the page of the Wensboom.
void wishes_at_place(web::Html& html, const access::Visit& visit);

std::vector<access::Route> wish_routes(const Desk& desk);
Part wishes_part();

}  // namespace loopbaankaart::journey

// The pages of the circle around one's fire.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /gezelschap
web::Answer show_circle(const Desk& desk, const access::Visit& visit);
web::Answer move_seats(const Desk& desk, const access::Visit& visit);
web::Answer ask_who_sits_there(const access::Visit& visit);
web::Answer draw_seat(const Desk& desk, const access::Visit& visit);
web::Answer show_seat(const access::Visit& visit);
web::Answer change_seat(const Desk& desk, const access::Visit& visit);
web::Answer take_seat_away(const Desk& desk, const access::Visit& visit);
web::Answer ask_how_to_tell_circle(const access::Visit& visit);
web::Answer tell_circle(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> circle_routes(const Desk& desk);
Part circle_part();

}  // namespace loopbaankaart::journey

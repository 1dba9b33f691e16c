// The pages of the five competences.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /talenten
web::Answer show_talents(const access::Visit& visit);
web::Answer move_talents(const Desk& desk, const access::Visit& visit);
web::Answer ask_which_drawing(const access::Visit& visit);
web::Answer choose_drawing(const Desk& desk, const access::Visit& visit);
web::Answer ask_what_to_hang(const access::Visit& visit);
web::Answer hang_it_there(const Desk& desk, const access::Visit& visit);
web::Answer ask_about_hung(const access::Visit& visit);
web::Answer change_hung(const Desk& desk, const access::Visit& visit);
web::Answer ask_for_the_heart(const access::Visit& visit);
web::Answer keep_the_heart(const Desk& desk, const access::Visit& visit);
web::Answer ask_how_to_tell_drawing(const access::Visit& visit);
web::Answer tell_drawing(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> competence_routes(const Desk& desk);
Part competence_part();

}  // namespace loopbaankaart::journey

// The pages of insight.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// /rugzak/{thing}
web::Answer ask_what_it_meant(const Desk& desk, const access::Visit& visit);
web::Answer keep_what_it_meant(const Desk& desk, const access::Visit& visit);
web::Answer look_anew(const Desk& desk, const access::Visit& visit);
web::Answer ask_whom_to_ask(const access::Visit& visit);
web::Answer ask_another(const access::Visit& visit);
// /inzichten
web::Answer show_insights(const access::Visit& visit);
web::Answer show_insight(const Desk& desk, const access::Visit& visit);
web::Answer ask_insight_change(const Desk& desk, const access::Visit& visit);
web::Answer change_insight(const Desk& desk, const access::Visit& visit);
web::Answer choose_beside(const access::Visit& visit);
web::Answer ask_for_its_word(const Desk& desk, const access::Visit& visit);
web::Answer give_it_its_word(const Desk& desk, const access::Visit& visit);

// /verhaal-over-mij
web::Answer show_self_story(const access::Visit& visit);
web::Answer write_self_story(const Desk& desk, const access::Visit& visit);
web::Answer ask_how_to_tell(const access::Visit& visit);
web::Answer tell_self_story(const access::Visit& visit);

std::vector<access::Route> insight_routes(const Desk& desk);
Part insight_part();

}  // namespace loopbaankaart::journey

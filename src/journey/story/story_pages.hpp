// The pages of travel stories.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer show_stories(const access::Visit& visit);
web::Answer ask_for_story(const Desk& desk, const access::Visit& visit);
web::Answer begin_story(const Desk& desk, const access::Visit& visit);
web::Answer show_workbench(const Desk& desk, const access::Visit& visit);
web::Answer work_on_story(const Desk& desk, const access::Visit& visit);
web::Answer show_as_it_will_be(const Desk& desk, const access::Visit& visit);
web::Answer ask_for_map_piece(const Desk& desk, const access::Visit& visit);
web::Answer put_map_piece_in(const Desk& desk, const access::Visit& visit);
web::Answer tell_story(const Desk& desk, const access::Visit& visit);

std::vector<access::Route> story_routes(const Desk& desk);
Part story_part();

}  // namespace loopbaankaart::journey

// Inside flow: /stroom, for analysts and coordinators.
#pragma once

#include <access/access.hpp>

#include "through/takes_png.hpp"

namespace loopbaankaart::flow {

web::Answer show_flows(const access::Visit& visit);         // the ways into the figures, and what others printed
web::Answer show_through_flow(const access::Visit& visit);  // how students went on, from year to year
web::Answer give_flow_picture(const MakesPng& png, const access::Visit& visit);  // one table of that as SVG, or PNG
web::Answer give_flow_file(const access::Visit& visit);     // and as CSV
web::Answer show_ahead(const access::Visit& visit);         // the coming years, and what if
web::Answer show_costs(const access::Visit& visit);         // what an activity takes, in contact hours and money
web::Answer give_cost_picture(const MakesPng& png, const access::Visit& visit);  // one group of it as SVG, or PNG
web::Answer give_cost_file(const access::Visit& visit);     // all of it as CSV

// story: staff talk about a figure
web::Answer show_stories(const access::Visit& visit);
web::Answer show_beginning(const access::Visit& visit);
web::Answer begin_story(const access::Visit& visit);
web::Answer show_story(const access::Visit& visit);
web::Answer add_to_story(const access::Visit& visit);
web::Answer close_this_story(const access::Visit& visit);
web::Answer open_this_story(const access::Visit& visit);
web::Answer show_story_line(const access::Visit& visit);
web::Answer change_story_line(const access::Visit& visit);
web::Answer take_story_line_back(const access::Visit& visit);

}  // namespace loopbaankaart::flow

// Inside flow: /stroom, for analysts and coordinators.
#pragma once

#include <access/access.hpp>

namespace loopbaankaart::flow {

web::Answer show_flows(const access::Visit& visit);         // what others printed, and the way to our own figures
web::Answer show_through_flow(const access::Visit& visit);  // how students went on, from year to year
web::Answer give_flow_picture(const access::Visit& visit);  // one table of that as SVG
web::Answer give_flow_file(const access::Visit& visit);     // and as CSV
web::Answer show_ahead(const access::Visit& visit);         // the coming years, and what if

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

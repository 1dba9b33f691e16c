// Inside flow: /stroom, for analysts and coordinators.
#pragma once

#include <access/access.hpp>

#include "through/takes_png.hpp"

namespace loopbaankaart::flow {

web::Answer show_flows(const access::Visit& visit);         // what others printed, and the way to our own figures
web::Answer show_through_flow(const access::Visit& visit);  // how students went on, from year to year
web::Answer give_flow_picture(const MakesPng& png, const access::Visit& visit);  // one table of that as SVG, or PNG
web::Answer give_flow_file(const access::Visit& visit);     // and as CSV
web::Answer show_costs(const access::Visit& visit);         // what an activity takes, in contact hours and money
web::Answer give_cost_picture(const MakesPng& png, const access::Visit& visit);  // one group of it as SVG, or PNG
web::Answer give_cost_file(const access::Visit& visit);     // all of it as CSV

}  // namespace loopbaankaart::flow

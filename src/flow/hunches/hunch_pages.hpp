// Inside flow: /stroom/oordeel. Teachers say what they expect of groups, look at the model afterwards, and see for themselves how it came out; analysts and
// coordinators ask and write down how it came out.
#pragma once

#include <access/access.hpp>

namespace loopbaankaart::flow {

// Counsellors, team leaders, and who reads figures. Whose team a group is of, the store decides.
extern const access::Policy judges;
extern const access::Policy reads_figures;

web::Answer show_hunches(const access::Visit& visit);     // what my teams are asked now
web::Answer show_judged(const access::Visit& visit);      // one group
web::Answer say_of_ten(const access::Visit& visit);       // what I expect of it
web::Answer look_at_model(const access::Visit& visit);    // from then on that stands
web::Answer show_own_hunches(const access::Visit& visit); // how mine came out, for me alone
web::Answer give_own_hunches(const access::Visit& visit); // the same as CSV
web::Answer show_team_hunches(const access::Visit& visit);

web::Answer show_asked(const access::Visit& visit);       // all that was asked
web::Answer show_asking(const access::Visit& visit);      // the form
web::Answer ask_team(const access::Visit& visit);
web::Answer show_outcome(const access::Visit& visit);     // one of them, and how it came out
web::Answer write_outcome(const access::Visit& visit);

}  // namespace loopbaankaart::flow

// Inside access: /mij/kennissen, whom I know, and /kennismaken, where a code leads.
#pragma once

#include "../policy/route.hpp"
#include "contact_code.hpp"

namespace loopbaankaart::access {

web::Answer show_acquaintances(const Visit& visit);
web::Answer show_own_code(const Visit& visit);
web::Answer invite_from_outside(const Visit& visit);
web::Answer ask_acquaintance_end(const Visit& visit);
web::Answer end_knowing(const Visit& visit);

web::Answer go_to_code(const Visit& visit);
web::Answer show_meeting(const Visit& visit);
web::Answer say_yes(const Visit& visit);
web::Answer become_companion(const Visit& visit);

std::string title_of(const Visit& visit, const base::Word& word);
// Of the code in the address, as it stands.
std::optional<ContactCode> code_asked(storage::Reads& reads, const Visit& visit);
// One page for a code that was used, that ended, and that never was.
web::Reply code_ended_page(const Visit& visit);
// To who was mailed a code and is not signed in: a first password, or signing in.
web::Reply invited_page(const Visit& visit, const ContactCode& code);

}  // namespace loopbaankaart::access

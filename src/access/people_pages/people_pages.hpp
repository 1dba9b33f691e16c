// Inside access: /beheer/mensen, where an administrator looks after accounts. Names, roles and standings; never content.
#pragma once

#include "../policy/route.hpp"

namespace loopbaankaart::access {

web::Answer show_people(const Visit& visit);
web::Answer show_new_person(const Visit& visit);
web::Answer add_new_person(const Visit& visit);
web::Answer show_person(const Visit& visit);
web::Answer change_roles(const Visit& visit);
web::Answer invite_again(const Visit& visit);
web::Answer ask_standing(const Visit& visit);
web::Answer change_standing(const Visit& visit);
web::Answer ask_reset_code(const Visit& visit);
web::Answer print_reset_code(const Visit& visit);

}  // namespace loopbaankaart::access

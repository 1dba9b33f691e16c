// Inside access: /mij, what someone can see and do about their own account.
#pragma once

#include "../policy/route.hpp"

namespace loopbaankaart::access {

web::Answer show_account(const Visit& visit);
web::Answer end_other_devices(const Visit& visit);

// A link to the person's own address; following it, signed in, shows that the address is theirs.
web::Answer mail_address_link(const Visit& visit);
web::Answer show_address_link(const Visit& visit);
web::Answer confirm_own_address(const Visit& visit);

}  // namespace loopbaankaart::access

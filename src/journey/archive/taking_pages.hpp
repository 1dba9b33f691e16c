// Inside archive: the handlers that its routes name.
#pragma once

#include "../pages.hpp"
#include "taking.hpp"

namespace loopbaankaart::journey {

// A page about what is being packed or unpacked looks again by itself.
inline constexpr std::string_view look_again_after = "2";  // seconds

web::Answer ask_taking(const access::Visit& visit);
web::Answer begin_to_take(const access::Visit& visit);
web::Answer show_taking(const access::Visit& visit);
web::Answer fetch_taking(const access::Visit& visit);

// The viewer's own that the address names.
std::optional<Taking> taking_asked(const access::Visit& visit);

std::vector<access::Route> archive_routes(const Desk& desk);
Part archive_part();

}  // namespace loopbaankaart::journey

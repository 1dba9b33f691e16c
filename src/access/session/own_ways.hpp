// What modules above bring to /mij: a card of their own, or nothing. Set once by the program.
#pragma once

#include <web/web.hpp>

#include "../policy/visit.hpp"

namespace loopbaankaart::access {

using OwnWays = void (*)(web::Html& html, const Visit& visit);
void set_own_ways(OwnWays ways);

}  // namespace loopbaankaart::access

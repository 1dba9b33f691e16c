// What modules above bring to who comes in: a card on /mij; and a word on /mij and on the first page about what somebody did with something of theirs. Set once by the program.
#pragma once

#include <functional>

#include <web/web.hpp>

#include "../policy/visit.hpp"

namespace loopbaankaart::access {

using OwnWays = void (*)(web::Html& html, const Visit& visit);
void set_own_ways(OwnWays ways);

// Empty: there is nothing to tell. It stands there until they said to have read it; never a mail, a number or a sign elsewhere.
using OwnWord = std::function<void(web::Html&)>;
using TellsOwn = OwnWord (*)(storage::Reads& reads, const Visit& visit);
void set_own_word(TellsOwn tells);
OwnWord own_word(storage::Reads& reads, const Visit& visit);

}  // namespace loopbaankaart::access

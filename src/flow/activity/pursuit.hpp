// One student's pursuit of one activity: all attempts one after another, on a clock of contact time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "../data/attempts.hpp"

namespace loopbaankaart::flow {

// Of a pursuit, up to a moment; paid as the time goes on, and something at its begin.
struct Stretch {
    std::int32_t until;          // minutes of contact since the pursuit began
    double hour_price, price;    // of an hour in it, and at its begin
};

struct Pursuit {
    std::uint32_t person = 0, programme = 0, prior = 0, activity = 0;  // as in Attempts; 0 where the file does not tell
    State end = still_there;                                           // of the last attempt: completed, dropped, or still_there
    std::vector<Stretch> stretches;                                    // an attempt each, at least one, in order

    std::int32_t minutes() const { return stretches.back().until; }
};

// Of every activity that somebody took on, and of the one that ends it all (Attempts::whole): that one goes on while it has no outcome. By person,
// programme, activity; a prior education is that of the first attempt.
std::vector<Pursuit> pursuits(const Attempts& attempts);

// As stays on a clock of minutes, of `going_on`, until completed or dropped. Everybody comes in one minute before the clock starts, so that who was
// exempted (no hours, completed) is there at 0. A cluster is a person.
Spells stays_of(std::span<const Pursuit> pursuits);
inline constexpr State pursuing = 0, has_completed = 1, has_dropped = 2;  // in those stays

}  // namespace loopbaankaart::flow

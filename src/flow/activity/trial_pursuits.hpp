// For the tests: any pursuits that could be, by RapidCheck; and a simulated activity of which the truth is known.
#pragma once

#include <rapidcheck.h>

#include <flow/flow.hpp>

namespace loopbaankaart::flow::trial {

enum class Seen { all, some };  // whether everybody is followed to the end

// A few students with up to three attempts, some exempted, some last seen while they went on; somebody always completes.
inline std::vector<Pursuit> any_pursuits(Seen seen = Seen::some) {
    std::vector<Pursuit> made;
    const auto number = *rc::gen::inRange(1, 13);
    for (int at = 0; at < number; ++at) {
        Pursuit one{.person = static_cast<std::uint32_t>(*rc::gen::inRange(0, 9))};
        std::int32_t minutes = 0;
        const auto attempts = *rc::gen::inRange(1, 4);
        for (int attempt = 0; attempt < attempts; ++attempt) {
            minutes += 30 * *rc::gen::inRange(0, 6);
            one.stretches.push_back({minutes, static_cast<double>(*rc::gen::inRange(0, 80)), static_cast<double>(*rc::gen::inRange(0, 3) * 25)});
        }
        const auto end = *rc::gen::inRange(0, seen == Seen::all ? 2 : 3);
        one.end = end == 0 ? Attempts::completed : end == 1 ? Attempts::dropped : still_there;
        made.push_back(std::move(one));
    }
    made.front().end = Attempts::completed;
    return made;
}

}  // namespace loopbaankaart::flow::trial

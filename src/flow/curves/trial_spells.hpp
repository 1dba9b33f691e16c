// For the tests: any stays that could be, by RapidCheck.
#pragma once

#include <rapidcheck.h>

#include <flow/flow.hpp>

namespace loopbaankaart::flow::trial {

struct Shape {
    bool weights = false;
    bool clusters = false;  // of several people, whose stays overlap
};

// A few people, each with up to four stays one after another, some of them with a gap before, some late; there is always a move.
inline Spells any_spells(Shape shape) {
    Spells spells;
    const auto states = *rc::gen::inRange(2, 6);
    for (int state = 0; state < states; ++state) spells.states.push_back("s" + std::to_string(state));
    const auto any_state = rc::gen::map(rc::gen::inRange(0, states), [](int state) { return static_cast<State>(state); });
    const auto people = *rc::gen::inRange(1, 13);
    for (int person = 0; person < people; ++person) {
        std::int32_t now = *rc::gen::inRange(0, 4);
        const double weight = shape.weights ? static_cast<double>(*rc::gen::inRange(1, 40)) / 8 : 1;
        const auto cluster = static_cast<std::uint32_t>(*rc::gen::inRange(0, 4));
        State at = *any_state;
        const auto stays = *rc::gen::inRange(1, 5);
        for (int stay = 0; stay < stays; ++stay) {
            now += *rc::gen::weightedOneOf<int>({{4, rc::gen::just(0)}, {1, rc::gen::inRange(1, 3)}});
            spells.person.push_back(static_cast<std::uint32_t>(person));
            spells.enter.push_back(now);
            spells.leave.push_back(now += *rc::gen::inRange(1, 5));
            spells.from.push_back(at);
            const State to = *rc::gen::weightedOneOf<State>({{4, any_state}, {1, rc::gen::just(still_there)}});
            spells.to.push_back(to);
            if (to != still_there) at = to;
            if (shape.weights) spells.weight.push_back(weight);
            if (shape.clusters) spells.cluster.push_back(cluster);
        }
    }
    spells.from.back() = 0, spells.to.back() = 1;
    return spells;
}

}  // namespace loopbaankaart::flow::trial

#include "traveller.hpp"

namespace loopbaankaart::atlas {

States states_of(const std::vector<Stay>& stays) {
    States states;
    for (const Stay& stay : stays) {
        State& state = states.try_emplace(stay.place, State::was_here).first->second;
        if (stay.here) state = State::here;
    }
    return states;
}

}  // namespace loopbaankaart::atlas

// Students who never were, with what they took on: to show what an activity takes without anybody's data.
#pragma once

#include <span>

#include "../data/attempts.hpp"

namespace loopbaankaart::flow {

struct SimulatedLearners {
    std::uint64_t seed = 1;
    std::vector<std::string> programmes;
    std::vector<std::string> priors;                   // prior educations
    std::vector<std::string> activities;               // on the way; the last one ends it all
    std::uint32_t least_students = 90, most_students = 320;  // of a programme
    double hour_price = 58;
};

// Attempts with contact hours and how they ended: some try again, some stop, some are still busy; what a prior education brings differs. The same seed gives the same.
Attempts simulate_learners(const SimulatedLearners& simulation);

}  // namespace loopbaankaart::flow

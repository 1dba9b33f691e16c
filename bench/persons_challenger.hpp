// The challenger of M3 on the same people: XGBoost (M4), with TreeSHAP's reasons; only where libxgboost is installed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <flow/flow.hpp>

namespace loopbaankaart::flow::bench {

struct Challenge {
    std::vector<double> tested;        // chances, [person][outcome]
    Recalibration recalibration;       // on the later cohort, as M3's
    std::vector<double> weights;       // each input, then programmes: the mean size of what it adds (TreeSHAP), over outcomes, in those tested
    unsigned rounds = 0;
};

// Learned from the same rows with the same numbers; how many rounds is found on the later cohort.
std::optional<Challenge> challenge(const PersonModel& model, const Courses& courses, std::span<const std::size_t> learned, std::span<const std::size_t> later, std::span<const std::size_t> tested);

}  // namespace loopbaankaart::flow::bench

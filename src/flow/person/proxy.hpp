// Whether what a model looks at tells who somebody is: a group of the audit is forecast from the inputs alone, by the same kind of model, learned on
// some cohorts and tested on a later one. An AUC near 0.5 says that they do not tell it; near 1, that they stand in for it, though it is no input.
//
// AUC with DeLong's standard error (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, 837–845), its 95% limits on the log-odds.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../certainty/certainty.hpp"
#include "../data/data_set.hpp"

namespace loopbaankaart::flow {

struct ProxyLine {
    std::string feature, group;
    Role role = Role::audit;
    std::optional<Estimate> auc;  // absent: not determinable, as fewer than least_group are in it, or not in it, in either cohort

    // The inputs tell more of it than chance does.
    bool is_told() const { return auc && auc->low > 0.5; }
};

// A line for each group of each feature that is for the audit. `from` and `tested`: rows, nobody in both.
std::vector<ProxyLine> proxy_report(const Persons& persons, std::span<const std::size_t> from, std::span<const std::size_t> tested);

// The chance that one of those in the group has a higher score than one who is not; ties count for half. Both must be there.
Estimate area_under_curve(std::span<const double> in_group, std::span<const double> others);

}  // namespace loopbaankaart::flow

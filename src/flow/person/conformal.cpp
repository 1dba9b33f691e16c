#include "conformal.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow {

namespace {

double strangest_of(std::vector<double> strangeness, double miss) {
    const auto size = static_cast<double>(strangeness.size());
    const auto rank = static_cast<std::size_t>(std::ceil((size + 1) * (1 - miss) - 1e-9));
    if (rank > strangeness.size()) return 1;
    std::nth_element(strangeness.begin(), strangeness.begin() + static_cast<std::ptrdiff_t>(rank) - 1, strangeness.end());
    return strangeness[rank - 1];
}

}  // namespace

ConformalSets ConformalSets::of(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes, double miss, SetsFor together) {
    ConformalSets made;
    made.miss_ = miss;
    std::vector<std::vector<double>> strangeness(outcomes);
    std::vector<double> all;
    for (std::size_t person = 0; person < happened.size(); ++person) {
        strangeness[happened[person]].push_back(1 - chances[person * outcomes + happened[person]]);
        all.push_back(strangeness[happened[person]].back());
    }
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
        made.people_.push_back(strangeness[outcome].size());
        const bool few = strangeness[outcome].size() < least_of_outcome;
        made.strangest_.push_back(few ? -1 : strangest_of(together == SetsFor::all ? all : std::move(strangeness[outcome]), miss));
    }
    return made;
}

std::vector<InSet> ConformalSets::set(std::span<const double> chances) const {
    std::vector<InSet> set;
    for (std::size_t outcome = 0; outcome < chances.size(); ++outcome) {
        const bool judged = outcome < strangest_.size() && strangest_[outcome] >= 0;
        set.push_back(!judged ? InSet::not_judged : 1 - chances[outcome] <= strangest_[outcome] ? InSet::yes : InSet::no);
    }
    return set;
}

}  // namespace loopbaankaart::flow

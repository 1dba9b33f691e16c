#include <algorithm>

#include "influence.hpp"

namespace loopbaankaart::flow {

std::vector<Range> clusters_of(const Ordered& ordered, std::size_t first, std::size_t last) {
    const auto cluster = ordered.clusters();
    std::vector<Range> found;
    for (std::size_t row = first; row < last;) {
        const std::size_t begin = row;
        while (row < last && cluster[row] == cluster[begin]) ++row;
        found.push_back({begin, row});
    }
    return found;
}

std::vector<double> exact_variances(const Ordered& ordered, const Moments& moments, const Counted& counted, const std::vector<Range>& clusters) {
    struct Stay {
        std::size_t first, last, row, cluster;  // moments, row, place in `clusters`
    };
    const Spells& spells = ordered.spells();
    const std::size_t states = counted.states;
    std::vector<double> influence(clusters.size() * states);
    std::vector<Stay> coming;
    for (std::size_t at = 0; at < clusters.size(); ++at)
        for (std::size_t row = clusters[at].first; row < clusters[at].last; ++row)
            coming.push_back({moments.until(spells.enter[row]), moments.until(spells.leave[row]), row, at});
    std::erase_if(coming, [](const Stay& one) { return one.first == one.last; });
    std::stable_sort(coming.begin(), coming.end(), [](const Stay& a, const Stay& b) { return a.first < b.first; });

    // u(0) = w(1_s − p₀)/W
    double all = 0;
    for (std::size_t state = 0; state < states; ++state) all += counted.at_risk[state];
    for (const Stay& one : coming) {
        if (one.first > 0) break;
        const double share = weight_of(spells, one.row) / all;
        double* values = influence.data() + one.cluster * states;
        for (std::size_t state = 0; state < states; ++state) values[state] -= share * counted.start[state];
        values[spells.from[one.row]] += share;
    }

    std::vector<double> variance(moments.size() * states);
    std::vector<Stay> here;
    auto next = coming.begin();
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
        std::erase_if(here, [&](const Stay& one) { return one.last <= moment; });
        for (; next != coming.end() && next->first <= moment; ++next) here.push_back(*next);
        for (std::size_t at = 0; at < clusters.size(); ++at) step(counted, moment, influence.data() + at * states);
        for (const Stay& one : here) {
            const State from = spells.from[one.row];
            const double weight = weight_of(spells, one.row);
            double* values = influence.data() + one.cluster * states;
            stay(counted, moment, from, weight, values);
            if (one.last != moment + 1 || !moves(spells, one.row)) continue;
            values[from] -= weight * counted.reach(moment, from);
            values[spells.to[one.row]] += weight * counted.reach(moment, from);
        }
        double* sums = variance.data() + moment * states;
        for (std::size_t at = 0; at < clusters.size(); ++at)
            for (std::size_t state = 0; state < states; ++state) sums[state] += influence[at * states + state] * influence[at * states + state];
    }
    return variance;
}

}  // namespace loopbaankaart::flow

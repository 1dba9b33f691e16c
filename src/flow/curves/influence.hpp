// Inside curves only: the sum of squared influences on each share, after each moment.
#pragma once

#include "curves.hpp"
#include "moments.hpp"

namespace loopbaankaart::flow {

// The diagonal of V, a row of states a moment.
std::vector<double> variances(const Ordered& ordered, const Moments& moments, const Counted& counted, const CurveOptions& options);

// The stays first … last - 1 of one cluster.
struct Range {
    std::size_t first, last;
};
// By keeping U = Σ w u of every one of these clusters (exact_influence.cpp).
std::vector<double> exact_variances(const Ordered& ordered, const Moments& moments, const Counted& counted, const std::vector<Range>& clusters);
// Every cluster there is among the rows.
std::vector<Range> clusters_of(const Ordered& ordered, std::size_t first, std::size_t last);

// values ← values H(moment), where nothing but the moves of that moment changes a row of states.
inline void step(const Counted& counted, std::size_t moment, double* values) {
    double gone[most_states] = {};
    const auto moves = counted.moves_at(moment);
    const double* at_risk = counted.at_risk.data() + moment * counted.states;
    double came[most_states] = {};
    for (const Move& move : moves) {
        gone[move.from] += move.weight;
        came[move.to] += values[move.from] * (move.weight / at_risk[move.from]);
    }
    for (const Move& move : moves)
        if (gone[move.from] > 0) {
            values[move.from] *= (at_risk[move.from] - gone[move.from]) / at_risk[move.from];
            gone[move.from] = 0;
        }
    for (const Move& move : moves) {
        values[move.to] += came[move.to];
        came[move.to] = 0;
    }
}

// values += weight × (p_j / Y_j)(1_j − H_j·): what staying in j does.
inline void stay(const Counted& counted, std::size_t moment, State in, double weight, double* values) {
    const double reach = weight * counted.reach(moment, in) / counted.at_risk[moment * counted.states + in];
    for (const Move& move : counted.moves_at(moment))
        if (move.from == in) {
            values[in] += reach * move.weight;
            values[move.to] -= reach * move.weight;
        }
}

}  // namespace loopbaankaart::flow

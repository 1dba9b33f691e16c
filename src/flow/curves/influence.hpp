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

// values += weight × (p_j / Y_j)(1_j − H_j·): what staying in j does.
inline void stay(const Counted& counted, std::size_t moment, State in, double weight, double* values) {
    for (const Left& left : counted.left_at(moment)) {
        if (left.from != in) continue;
        const double reach = weight * counted.reach(moment, in);
        for (const Move& move : counted.moves_of(left)) {
            values[in] += reach * move.share;
            values[move.to] -= reach * move.share;
        }
    }
}

}  // namespace loopbaankaart::flow

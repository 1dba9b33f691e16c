// Inside hazard only: what people add up to, for Newton's steps.
#pragma once

#include <span>
#include <vector>

#include "hazard.hpp"

namespace loopbaankaart::flow {

// The chances of each event in one period from its log-odds (−∞: cannot be), in place; the logarithm of that of nothing is answered.
double chances_of(std::span<double> odds);

// Matrices a pair of events k ≤ l: the curvature is the same for (k, l) and (l, k).
struct HazardSums {
    double value = 0;
    std::vector<double> slope;                        // as the parameters
    std::vector<double> times, programmes, together;  // [pair][period], [pair][programme], [pair][period][programme]
    std::vector<double> x_times, x_programmes, x_x;   // [pair][period][x], [pair][programme][x], [pair][x][x ≥]

    void add(const HazardSums& other);
};

class HazardLikelihood {
public:
    HazardLikelihood(const Histories& histories, unsigned threads);

    std::size_t size() const { return data_.kinds * row_; }
    // Blocks depend on how many people there are only, and are added in their order.
    HazardSums at(std::span<const double> parameters, bool curved) const;
    // −∂²/∂θ², the upper triangle, row by row.
    std::vector<double> curvature(const HazardSums& sums) const;

private:
    HazardSums of_block(std::size_t block, std::span<const double> parameters, bool curved) const;

    const Histories& data_;
    unsigned threads_;
    std::size_t row_, pairs_, blocks_;
};

}  // namespace loopbaankaart::flow

// Inside split.cpp: the likelihood of every trial on the grid of log-odds, which a year effect shifts.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "split.hpp"

namespace loopbaankaart::flow {

// A shift along the grid: four weights (cubic, by Lagrange) to read a table of values at every node + δ, and its two derivatives in δ.
struct Shift {
    static constexpr double furthest = 1.75;
    struct Taps {
        std::ptrdiff_t from;
        std::array<double, 4> by;
    };
    Taps value, once, twice;

    explicit Shift(double delta);
};

inline constexpr std::size_t margin = 16;  // nodes either side: δ up to ±1.75, and one for the cubic
inline constexpr std::size_t width = rate_grid::size + 2 * margin;

class Surface {
public:
    Surface(const std::vector<Trials>& trials, double within);
    std::span<const double, width> row(std::size_t trial) const { return std::span<const double, width>{values_.data() + trial * width, width}; }
    double within() const { return within_; }

private:
    double within_;
    std::vector<double> values_;
};

using Heights = std::array<double, rate_grid::size>;

// level[node] += the table at node + δ.
inline void add(const Shift::Taps& taps, std::span<const double, width> row, Heights& level, std::size_t low = 0, std::size_t high = rate_grid::size) {
    const double* from = row.data() + taps.from;
    for (std::size_t node = low; node < high; ++node)
        level[node] += (taps.by[0] * from[node] + taps.by[1] * from[node + 1]) + (taps.by[2] * from[node + 2] + taps.by[3] * from[node + 3]);
}
// log of Beta(κ₁m, κ₁(1−m)) on the grid: its density in the log-odds, times the step.
Heights beta_prior(double mean, double among);
// exp, so that all sum to 1.
std::vector<double> as_weights(const Heights& level);

}  // namespace loopbaankaart::flow

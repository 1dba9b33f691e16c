// How many of those who stand at a split take the first way: what past cohorts of all programmes of a school tell about it.
//
// Shrinkage in two layers with a year effect (beta-binomial hierarchy: Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3; a year that all
// share: forecast model M1):
//     π_g  ~ Beta(κ₁m, κ₁(1−m))         a programme's own rate
//     δ_y  ~ N(0, τ²), τ ~ |N(0, ½²)|   what a school year does to all programmes of the school, on the log-odds
//     π_gc ~ Beta(κ₂μ, κ₂(1−μ)), logit μ = logit π_g + δ_y
//     y_gc ~ Binomial(n_gc, π_gc)       so, given π_g and δ_y, beta-binomial
// Only differences between years can be seen, so past δ sum to 0. A coming year lies off that mean by its own N(0, τ²) and the mean's N(0, τ²/Y).
// π_g is integrated on a grid of its log-odds. For m and the past δ together: Newton and Laplace's approximation. κ₁, κ₂ and τ are averaged
// over a grid around their mode, by marginal likelihood (as INLA: Rue, Martino and Chopin 2009, JRSS B 71, 319–392): with many programmes
// this comes down to the most likely ones; with few it stays wide.
//
//     const SplitFit fit = fit_split(trials, programmes, {.seed = 6});
//     const std::vector<double> weights = fit.rate_weights(programme, block);   // of grid_odds(0), grid_odds(1), …
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace loopbaankaart::flow {

// A cohort that stood at the split in one school year.
struct Trials {
    std::uint32_t programme;  // 0, 1, …
    std::int32_t year;        // in which the split happened
    std::uint32_t n, y;       // how many stood there, and took the first way; y ≤ n
};

enum class YearEffect { shared, none };
enum class CohortShock { drawn, none };  // none: κ₂ is infinite, every cohort has its programme's rate

struct SplitOptions {
    std::uint64_t seed = 0;
    std::uint64_t subject = 0;     // the split's own number: splits of one forecast draw from streams of their own
    std::uint32_t blocks = 100;    // how many values of the hyperparameters stand for their distribution
    YearEffect year = YearEffect::shared;
    CohortShock cohort = CohortShock::drawn;
};

// One value of all that programmes share.
struct Shared {
    double mean = 0.5;          // m
    double among = 50;          // κ₁: 2 … 4096
    double within = 100;        // κ₂: 2 … 4096, or infinite
    double year_spread = 0;     // τ, on the log-odds
    std::vector<double> years;  // δ of each of SplitFit::years; they sum to 0, so that m and π_g are those of the past's mean year
};

namespace rate_grid {  // of the log-odds of π_g
inline constexpr std::size_t size = 113;
inline constexpr double step = 0.125, lowest = -7;
}  // namespace rate_grid
double grid_log_odds(std::size_t at);

class Surface;  // the likelihood on the grid

class SplitFit {
public:
    std::vector<std::int32_t> years;   // of the trials, in order
    std::vector<Shared> blocks;        // equally likely

    // How likely each rate of the grid is for this programme, given its trials: sums to 1. Of a programme without any: as of a new one.
    std::vector<double> rate_weights(std::uint32_t programme, std::uint32_t block) const;
    // The same for a programme nothing is known of.
    std::vector<double> new_weights(std::uint32_t block) const;
    bool no_trials() const { return trials_.empty(); }

private:
    friend SplitFit fit_split(std::vector<Trials>, std::uint32_t, const SplitOptions&);
    std::vector<Trials> trials_;      // by programme, then year
    std::vector<std::size_t> first_;  // of each programme
    std::vector<std::shared_ptr<const Surface>> surface_of_;  // each block
};

// Trials in any order; several of one programme and year are taken together; those with n = 0 do not count. Without trials every rate is as likely.
SplitFit fit_split(std::vector<Trials> trials, std::uint32_t programmes, const SplitOptions& options);

// log P(y | n, rate at these log-odds) under a beta-binomial with this κ₂ (infinite: binomial), without the number of orders.
double log_likelihood(std::uint32_t n, std::uint32_t y, double log_odds, double within);

// What the model comes down to for values given, by the same quadrature: log P(all y), without the number of orders. Held to exact sums in the test.
double log_marginal(const std::vector<Trials>& trials, std::uint32_t programmes, const Shared& shared, const std::vector<std::int32_t>& years);

}  // namespace loopbaankaart::flow

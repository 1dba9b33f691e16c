// How many begin: in each programme, and what a school year does to the intakes of all programmes of the school alike.
//
//     n_gy ~ negative binomial, mean m = μ_g·exp(δ_y), variance m + spread·m²;  δ_y ~ N(0, τ²)
//
// Told by programmes in which somebody began every year:
//   spread  Pearson's X² of what programmes and years leave over is set to its degrees of freedom (Breslow 1984, Appl. Statist. 33, 38–44);
//   δ_y     the mean over programmes of intake by own mean intake, each weighing the inverse of its variance 1/μ + spread;
//   τ       the δ_y are normal with variance τ² + v, v = 1/Σ weights: the random effects of DerSimonian and Laird (1986, Controlled Clin. Trials 7,
//           177–188). Their estimate by moments is often 0, or absurd, for the three to eight years that a school has. So τ is averaged over its restricted
//           likelihood with a prior |N(0, 0.2²)| (Gelman 2006, Bayesian Anal. 1, 515–534; Röver 2020, J. Statist. Softw. 93(6)): a value a block of draws.
// A coming year lies off the last three by its own N(0, τ²) and their mean's N(0, τ²/3); both are drawn once for all programmes.
// Of one programme nothing tells what is shared: τ is 0 and spread has it all. Not in it: a trend, and what a year does to one sector.
#pragma once

#include <span>

#include "../draws/stream.hpp"
#include "forecast.hpp"

namespace loopbaankaart::flow {

inline constexpr std::size_t intake_years = 3;  // that the mean looks at

struct Intake {
    std::vector<double> mean;          // of each programme, of the last three years
    double spread;                     // of one programme beside what its year does to all
    std::vector<double> year_spreads;  // τ: a hundred quantiles of what it can be, from low to high

    explicit Intake(const School& school, const ForecastOptions& options = {});
    // Of as many years as are forecast: around a mean that is known no better than three years tell, with what years do to all in the draw of this number (block · per_block + …).
    void draw(Stream& stream, std::size_t programme, std::size_t number, std::span<std::uint32_t> years) const;

private:
    std::vector<double> year_factors_;  // exp(δ) beside that of the last three years: [draw][year ahead]
};

// What spreads more than Poisson, of rows of counts with a mean of their own each, as long as one another: variance = mean + spread · mean². Rows of nothing tell nothing.
// `years`: what a column does to all rows is taken out first, and given (as a share of the mean) with the variance that each has by chance.
struct Columns {
    std::vector<double> effect;
    double variance = 0;
};
double spread_of(const std::vector<std::vector<double>>& rows, Columns* years = nullptr);

// Negative binomial draws around one mean that is known no better than three years tell (gamma), each times a factor of its own.
void draw_around(Stream& stream, double mean, double spread, std::span<const double> factors, std::span<std::uint32_t> into);

}  // namespace loopbaankaart::flow

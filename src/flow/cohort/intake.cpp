#include "intake.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t of_intake_years = 11ULL << 40U;  // a stream that all programmes share
constexpr double unknown_spread = 0.02, least_spread = 1e-4, most_spread = 4;
constexpr double year_prior = 0.2, year_step = 0.005;
constexpr std::size_t year_steps = 200, quantiles = 100;

// Quantiles of τ: its restricted likelihood by the years' effects, and the prior.
std::vector<double> year_spreads_of(const Columns& years) {
    std::vector<double> logs;
    for (const double effect : years.effect) logs.push_back(exactly::log(1 + effect));
    const double degrees = logs.empty() ? 0 : static_cast<double>(logs.size()) - 1;
    const double middle = logs.empty() ? 0 : std::accumulate(logs.begin(), logs.end(), 0.0) / static_cast<double>(logs.size());
    double squares = 0;
    for (const double one : logs) squares += (one - middle) * (one - middle);

    const auto spread_at = [](std::size_t step) { return year_step * (static_cast<double>(step) + 0.5); };
    std::vector<double> weights;
    for (std::size_t step = 0; step < year_steps; ++step) {
        const double spread = spread_at(step), variance = spread * spread + years.variance;
        weights.push_back(-(degrees * exactly::log(variance) + squares / variance + spread * spread / (year_prior * year_prior)) / 2);
    }
    const double highest = *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights) weight = exactly::exp(weight - highest);
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> spreads;
    double passed = 0;
    for (std::size_t step = 0; step < year_steps; ++step) {
        passed += weights[step];
        while (spreads.size() < quantiles && passed >= all * (static_cast<double>(spreads.size()) + 0.5) / quantiles) spreads.push_back(spread_at(step));
    }
    return spreads;
}

}  // namespace

double spread_of(const std::vector<std::vector<double>>& rows, Columns* years) {
    std::vector<std::vector<double>> shares;  // of the row's mean
    std::vector<double> means;
    for (const auto& row : rows) {
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        if (sum <= 0) continue;
        means.push_back(sum / static_cast<double>(row.size())), shares.push_back(row);
        for (double& one : shares.back()) one /= means.back();
    }
    const std::size_t columns = shares.empty() ? 0 : shares[0].size();
    const double degrees = (static_cast<double>(columns) - 1) * (static_cast<double>(shares.size()) - (years != nullptr ? 1 : 0));
    if (columns < 2 || degrees <= 0) return unknown_spread;

    Columns here;
    const auto left_over = [&](double spread) {  // X²
        double all = 0, squares = 0;
        std::vector<double> sums(columns);
        for (std::size_t row = 0; row < shares.size(); ++row) {
            const double weight = 1 / (1 / means[row] + spread);
            all += weight;
            for (std::size_t column = 0; column < columns; ++column) sums[column] += weight * (shares[row][column] - 1);
        }
        here.effect.assign(columns, 0), here.variance = 1 / all;
        for (std::size_t column = 0; years != nullptr && column < columns; ++column) here.effect[column] = sums[column] / all;
        for (std::size_t row = 0; row < shares.size(); ++row)
            for (std::size_t column = 0; column < columns; ++column) {
                const double off = shares[row][column] - 1 - here.effect[column];
                squares += off * off / (1 / means[row] + spread);
            }
        return squares;
    };
    double low = least_spread, high = most_spread;  // it falls as the spread grows
    for (int halving = 0; halving < 40; ++halving) {
        const double middle = std::sqrt(low * high);
        (left_over(middle) > degrees ? low : high) = middle;
    }
    if (years != nullptr) *years = here;
    return low;
}

void draw_around(Stream& stream, double mean, double spread, std::span<const double> factors, std::span<std::uint32_t> into) {
    if (mean <= 0) return std::fill(into.begin(), into.end(), 0U);
    const double variance = (mean + spread * mean * mean) / static_cast<double>(intake_years);
    const double own_mean = draw::gamma(stream, mean * mean / variance) * variance / mean;
    for (std::size_t at = 0; at < into.size(); ++at) into[at] = draw::negative_binomial(stream, own_mean * factors[at], 1 / spread);
}

Intake::Intake(const School& school, const ForecastOptions& options) : mean(school.programmes.size()), year_spreads(quantiles) {
    const std::size_t last = std::min(intake_years, school.years);
    std::vector<std::vector<double>> every_year;
    for (std::size_t programme = 0; programme < mean.size(); ++programme) {
        for (std::size_t year = school.years - last; year < school.years; ++year) mean[programme] += school.arrived(year, programme) / static_cast<double>(last);
        std::vector<double> row;
        for (std::size_t year = 0; year < school.years; ++year) row.push_back(school.arrived(year, programme));
        if (std::find(row.begin(), row.end(), 0.0) == row.end()) every_year.push_back(std::move(row));
    }
    const bool share = options.intakes == IntakeEffect::shared && mean.size() > 1;
    Columns years;
    spread = spread_of(every_year, share && every_year.size() > 1 ? &years : nullptr);
    year_factors_.assign(std::size_t{options.blocks} * options.per_block * options.ahead, 1.0);
    if (!share || last == 0) return;
    year_spreads = year_spreads_of(years);
    double* factor = year_factors_.data();
    for (std::uint32_t block = 0; block < options.blocks; ++block) {
        Stream stream{options.seed, of_intake_years, block};
        const double tau = year_spreads[(2 * std::size_t{block} + 1) * quantiles / (2 * std::size_t{options.blocks})];
        const double of_mean = tau / std::sqrt(static_cast<double>(last)), lifted = (tau * tau - of_mean * of_mean) / 2;  // a mean of exp(δ) lies above that of its middle
        for (std::uint32_t at = 0; at < options.per_block; ++at) {
            const double past = of_mean * draw::normal(stream) - lifted;
            for (std::uint32_t ahead = 0; ahead < options.ahead; ++ahead) *factor++ = exactly::exp(past + tau * draw::normal(stream));
        }
    }
}

void Intake::draw(Stream& stream, std::size_t programme, std::size_t number, std::span<std::uint32_t> years) const {
    draw_around(stream, mean[programme], spread, std::span{year_factors_}.subspan(number * years.size(), years.size()), years);
}

}  // namespace loopbaankaart::flow

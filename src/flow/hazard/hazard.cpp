#include "hazard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "../draws/elementary.hpp"
#include "hazard_sums.hpp"
#include "hazard_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t most_kinds = 32;
constexpr double least_spread = 0.01, most_spread = 5, settled = 1e-16, nearly = 1e-10;

// The penalties: calls `pair(a, b, weight)` for ½·weight·(θ_a − θ_b)², and `one(a, weight)` for ½·weight·θ_a².
template <typename Pair, typename One>
void each_penalty(const Histories& data, const HazardOptions& options, std::span<const double> spreads, Pair pair, One one) {
    const std::size_t row = data.periods + data.programmes + data.width;
    for (std::size_t k = 0; k < data.kinds; ++k) {
        for (std::size_t t = 1; t < data.periods; ++t)
            if (data.can(k, t) && data.can(k, t - 1)) pair(k * row + t, k * row + t - 1, options.smooth);
        for (std::size_t g = 0; g < data.programmes; ++g) one(k * row + data.periods + g, 1 / (spreads[k] * spreads[k]));
        for (std::size_t j = 0; j < data.width; ++j) one(k * row + data.periods + data.programmes + j, options.ridge);
    }
}

double take_penalties(const Histories& data, const HazardOptions& options, std::span<const double> spreads, std::span<const double> parameters, std::vector<double>& slope) {
    double sum = 0;
    each_penalty(data, options, spreads,
        [&](std::size_t a, std::size_t b, double weight) {
            const double apart = parameters[a] - parameters[b];
            sum += weight * apart * apart / 2, slope[a] -= weight * apart, slope[b] += weight * apart;
        },
        [&](std::size_t a, double weight) { sum += weight * parameters[a] * parameters[a] / 2, slope[a] -= weight * parameters[a]; });
    return sum;
}

std::optional<base::Error> wrong_with(const Histories& data, std::vector<std::uint64_t>& events) {
    const std::size_t people = data.size();
    if (people == 0 || data.kinds == 0 || data.kinds > most_kinds || data.periods == 0) return word::no_histories;
    const bool whole = data.leave.size() == people && data.event.size() == people && data.x.size() == people * data.width && data.programme.size() == (data.programmes == 0 ? 0 : people) &&
                       (data.possible.empty() || data.possible.size() == data.kinds * data.periods);
    if (!whole) return word::no_histories;
    events.assign(data.kinds, 0);
    for (std::size_t person = 0; person < people; ++person) {
        bool right = data.enter[person] < data.leave[person] && data.leave[person] <= data.periods && data.event[person] <= data.kinds;
        if (right && data.event[person] > 0) right = data.can(data.event[person] - std::size_t{1}, data.leave[person] - std::size_t{1});
        if (right && data.programmes > 0) right = data.programme[person] < data.programmes;
        for (std::size_t j = 0; j < data.width && right; ++j) right = std::isfinite(data.x[person * data.width + j]);
        if (!right) return base::Error{word::bad_history, fmt::to_string(person + 1)};
        if (data.event[person] > 0) ++events[data.event[person] - std::size_t{1}];
    }
    for (std::size_t k = 0; k < data.kinds; ++k)
        if (events[k] == 0) return base::Error{word::no_such_event, fmt::to_string(k + 1)};
    return std::nullopt;
}

// Newton from where `fit` stands; false when it does not settle.
bool climb(const Histories& data, const HazardOptions& options, const HazardLikelihood& likelihood, HazardFit& fit) {
    const std::size_t all = likelihood.size();
    HazardSums sums = likelihood.at(fit.parameters, true);
    double before = HUGE_VAL, height = sums.value - take_penalties(data, options, fit.spreads, fit.parameters, sums.slope);
    for (std::uint32_t step = 0; step < options.most_steps; ++step, ++fit.steps) {
        std::vector<double> matrix = likelihood.curvature(sums);
        each_penalty(data, options, fit.spreads,
            [&](std::size_t a, std::size_t b, double weight) { matrix[a * all + a] += weight, matrix[b * all + b] += weight, matrix[std::min(a, b) * all + std::max(a, b)] -= weight; },
            [&](std::size_t a, double weight) { matrix[a * all + a] += weight; });
        for (std::size_t k = 0; k < data.kinds; ++k)
            for (std::size_t t = 0; t < data.periods; ++t)
                if (!data.can(k, t)) matrix[(k * fit.row() + t) * (all + 1)] = 1;  // a number that nothing depends on
        auto factor = Cholesky::of(all, std::move(matrix));
        if (!factor) return false;
        const std::vector<double> way = factor->solve(sums.slope);
        double gain = 0;
        for (std::size_t at = 0; at < all; ++at) gain += way[at] * sums.slope[at];
        fit.log_likelihood = sums.value, fit.precision = std::move(*factor);
        if (gain < settled || (gain < nearly && gain > before / 100))  // as far as rounding lets it
            return std::all_of(way.begin(), way.end(), [](double one) { return std::abs(one) < 1e-4; });
        before = gain;
        std::vector<double> next(all);
        for (double length = 1;; length /= 2) {
            if (length < 1e-9) return false;
            for (std::size_t at = 0; at < all; ++at) next[at] = fit.parameters[at] + length * way[at];
            HazardSums tried = likelihood.at(next, true);
            const double reached = tried.value - take_penalties(data, options, fit.spreads, next, tried.slope);
            if (!(reached >= height + 1e-4 * length * gain - 1e-12 * std::abs(height))) continue;
            height = reached, sums = std::move(tried);
            break;
        }
        fit.parameters = std::move(next);
        if (std::any_of(fit.parameters.begin(), fit.parameters.end(), [](double one) { return std::abs(one) > 30; })) return false;  // on its way to infinity
    }
    return false;
}

}  // namespace

double HazardFit::log_odds(std::size_t kind, std::size_t period, std::uint32_t programme, std::span<const double> x) const {
    double sum = intercept(kind, programme);
    for (std::size_t at = 0; at < width; ++at) sum += coefficient(kind, at) * x[at];
    return sum + baseline(kind, period);
}

void HazardFit::outcomes(std::span<const double> of, std::size_t from, std::size_t until, std::span<const double> always, std::span<double> into) const {
    std::array<double, most_kinds> space{};
    const std::span<double> here = std::span{space}.first(kinds);
    std::fill(into.begin(), into.end(), 0.0);
    double left = 1;
    for (std::size_t t = from; t < until; ++t) {
        for (std::size_t k = 0; k < kinds; ++k) here[k] = can(k, t) ? always[k] + of[k * row() + t] : -HUGE_VAL;
        const double stays = exactly::exp(chances_of(here));
        for (std::size_t k = 0; k < kinds; ++k) into[k + 1] += left * here[k];
        left *= stays;
    }
    into[0] = left;
}

std::vector<double> HazardFit::outcomes(std::size_t from, std::size_t until, std::uint32_t programme, std::span<const double> x) const {
    std::vector<double> always(kinds), into(kinds + 1);
    for (std::size_t k = 0; k < kinds; ++k) {
        always[k] = intercept(k, programme);
        for (std::size_t at = 0; at < width; ++at) always[k] += coefficient(k, at) * x[at];
    }
    outcomes(parameters, from, until, always, into);
    return into;
}

double penalised(const Histories& histories, const HazardOptions& options, std::span<const double> spreads, std::span<const double> parameters, std::vector<double>& slope) {
    HazardSums sums = HazardLikelihood{histories, options.threads}.at(parameters, false);
    const double penalty = take_penalties(histories, options, spreads, parameters, sums.slope);
    slope = std::move(sums.slope);
    return sums.value - penalty;
}

base::Result<HazardFit> fit_hazard(const Histories& histories, const HazardOptions& options) {
    HazardFit fit;
    if (const auto wrong = wrong_with(histories, fit.events)) return *wrong;
    fit.kinds = histories.kinds, fit.periods = histories.periods, fit.programmes = histories.programmes, fit.width = histories.width, fit.possible = histories.possible;
    fit.parameters.resize(fit.kinds * fit.row());
    fit.spreads.assign(fit.kinds, options.spread.value_or(0.5));
    const HazardLikelihood likelihood{histories, options.threads};
    for (std::size_t k = 0; k < fit.kinds; ++k) {  // begin at the mean hazard
        double at_risk = 0;
        for (std::size_t person = 0; person < histories.size(); ++person)
            for (std::size_t t = histories.enter[person]; t < histories.leave[person]; ++t) at_risk += histories.can(k, t) ? 1 : 0;
        const auto events = static_cast<double>(fit.events[k]);
        for (std::size_t t = 0; t < fit.periods; ++t) fit.parameters[k * fit.row() + t] = exactly::log((events + 0.5) / (at_risk - events + 0.5));
    }
    // How far programmes differ: σ² = Σb² / (G − tr V/σ²) until it stays (Schall 1991, Biometrika 78, 719–727).
    const auto programmes = static_cast<double>(fit.programmes);
    for (std::uint32_t round = 0;; ++round) {
        if (!climb(histories, options, likelihood, fit)) return base::Error{word::not_settled};
        const std::vector<double> variance = fit.precision.inverse_diagonal();
        double furthest = 0;
        std::vector<double> next = fit.spreads;
        fit.freedom.assign(fit.kinds, static_cast<double>(fit.width));
        for (std::size_t k = 0; k < fit.kinds && fit.programmes > 0; ++k) {
            double squares = 0, shrunk = 0;
            for (std::size_t g = 0; g < fit.programmes; ++g) {
                const std::size_t at = k * fit.row() + fit.periods + g;
                squares += fit.parameters[at] * fit.parameters[at], shrunk += variance[at] / (fit.spreads[k] * fit.spreads[k]);
            }
            const double free = std::max(programmes - shrunk, 1e-9);
            fit.freedom[k] += free;
            if (options.spread) continue;
            next[k] = std::clamp(std::sqrt(squares / free), least_spread, most_spread);
            furthest = std::max(furthest, std::abs(exactly::log(next[k] / fit.spreads[k])));
        }
        if (furthest < 1e-3 || round == 40) return fit;
        fit.spreads = std::move(next);
    }
}

}  // namespace loopbaankaart::flow

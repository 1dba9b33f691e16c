#include "posterior.hpp"

#include <algorithm>
#include <array>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow::splits {

namespace {

constexpr double trial_spread = 0.25;                                              // τ at which the likelihood is expanded
constexpr std::array<double, 12> spreads{0.01, 0.04, 0.08, 0.12, 0.17, 0.23, 0.30, 0.40, 0.55, 0.75, 1.0, 1.4};  // τ

}  // namespace

double log_sum(const std::vector<double>& logs) {
    const double top = *std::max_element(logs.begin(), logs.end());
    double sum = 0;
    for (double one : logs) sum += exactly::exp(one - top);
    return top + exactly::log(sum);
}

Spot look(const Likelihood& likelihood, const Surface& surface, double among, Row start) {
    const std::size_t size = likelihood.unknowns();
    const auto priored = [&](Bend bend, const Row& at, double spread) {  // m is as likely everywhere: log m(1−m) on the log-odds
        const double mean = exactly::share(at[0]);
        bend.value += exactly::log(mean * (1 - mean)), bend.slope[0] += 1 - 2 * mean, bend.curvature[0] += 2 * mean * (1 - mean);
        if (spread > 0)
            for (std::size_t i = 1; i < size; ++i) {
                const double precision = 1 / (spread * spread);
                bend.value -= at[i] * at[i] * precision / 2, bend.slope[i] -= at[i] * precision, bend.curvature[i * size + i] += precision;
            }
        return bend;
    };
    Row at = std::move(start);
    Bend flat = likelihood.bend(surface, among, at);
    Bend here = priored(flat, at, trial_spread);
    for (int round = 0; round < 50; ++round) {
        const Row step = Triangle{size, here.curvature}.solve(here.slope);
        const double gain = dot(step, here.slope);
        if (gain < 1e-2) break;  // of a log-likelihood; the parabola below makes up for what is left
        bool better = false;
        for (double part = 1; part > 1e-4 && !better; part /= 2) {
            Row next = at;
            for (std::size_t i = 0; i < size; ++i) next[i] += std::clamp(part * step[i], -1.0, 1.0);
            next[0] = std::clamp(next[0], -6.5, 6.5);
            Bend next_flat = likelihood.bend(surface, among, next);
            Bend there = priored(next_flat, next, trial_spread);
            if (there.value <= here.value) continue;
            better = true, at = std::move(next), here = std::move(there), flat = std::move(next_flat);
        }
        if (!better) break;
    }

    // With the likelihood as a parabola around that mode, any τ is a matter of linear algebra.
    Spot spot{.among = among, .within = surface.within(), .levels = {}, .mode = at, .log_weight = 0};
    flat = priored(std::move(flat), at, 0);
    std::vector<double> logs;
    for (std::size_t tau = 0; tau < spreads.size(); ++tau) {
        const double spread = spreads[tau], precision = 1 / (spread * spread);
        const double width = (tau + 1 < spreads.size() ? spreads[tau + 1] : spread + 0.4) - (tau > 0 ? spreads[tau - 1] : -spread);
        Spot::Level level{flat.value, spread, at, flat.curvature};
        Row slope = flat.slope;
        for (std::size_t i = 1; i < size; ++i) {
            slope[i] -= at[i] * precision, level.precision[i * size + i] += precision;
            level.log_weight -= at[i] * at[i] * precision / 2 + exactly::log(spread);
        }
        level.log_weight += exactly::log(width) - spread * spread * 2;  // τ ~ |N(0, ½²)|
        const Triangle triangle{size, level.precision};
        const Row step = triangle.solve(slope);
        level.log_weight += dot(step, slope) / 2 - triangle.log_determinant / 2;
        for (std::size_t i = 0; i < size; ++i) level.centre[i] += step[i];
        logs.push_back(level.log_weight);
        spot.levels.push_back(std::move(level));
    }
    spot.log_weight = log_sum(logs);
    return spot;
}

}  // namespace loopbaankaart::flow::splits

#include "surface.hpp"

#include <algorithm>
#include <cmath>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

double grid_log_odds(std::size_t at) { return rate_grid::lowest + rate_grid::step * static_cast<double>(at); }

Shift::Shift(double delta) {
    const double steps = std::clamp(delta, -furthest, furthest) / rate_grid::step, whole = std::floor(steps), f = steps - whole;
    const auto from = static_cast<std::ptrdiff_t>(margin) + static_cast<std::ptrdiff_t>(whole) - 1;
    constexpr double one = 1 / rate_grid::step, two = one * one;
    value = {from, {-f * (f - 1) * (f - 2) / 6, (f + 1) * (f - 1) * (f - 2) / 2, -(f + 1) * f * (f - 2) / 2, (f + 1) * f * (f - 1) / 6}};
    once = {from, {-(3 * f * f - 6 * f + 2) / 6 * one, (3 * f * f - 4 * f - 1) / 2 * one, -(3 * f * f - 2 * f - 2) / 2 * one, (3 * f * f - 1) / 6 * one}};
    twice = {from, {(1 - f) * two, (3 * f - 2) * two, (1 - 3 * f) * two, f * two}};
}

double log_likelihood(std::uint32_t n, std::uint32_t y, double log_odds, double within) {
    const double rate = exactly::share(log_odds), other = exactly::share(-log_odds);
    if (!std::isfinite(within)) return y * exactly::log(rate) + (n - y) * exactly::log(other);
    return exactly::log_rising(within * rate, y) + exactly::log_rising(within * other, n - y) - exactly::log_rising(within, n);
}

Surface::Surface(const std::vector<Trials>& trials, double within) : within_{within}, values_(trials.size() * width) {
    std::uint32_t most = 0;
    for (const Trials& one : trials) most = std::max(most, one.n);
    // log x(x+1)…(x+k−1) for every k that occurs: sums that all trials share, up to a number of students above which there are few trials.
    constexpr std::uint32_t shared = 2048;
    const std::size_t sums = std::isfinite(within) ? std::min(most, shared) + std::size_t{1} : 0;
    std::vector<double> of_rate(sums), of_other(sums), of_all(sums);
    const auto add_up = [](std::vector<double>& rising, double x) {
        for (std::size_t k = 1; k < rising.size(); ++k) rising[k] = rising[k - 1] + exactly::log(x + static_cast<double>(k - 1));
    };
    add_up(of_all, within);
    for (std::size_t node = 0; node < width; ++node) {
        const double odds = rate_grid::lowest + rate_grid::step * (static_cast<double>(node) - static_cast<double>(margin));
        add_up(of_rate, within * exactly::share(odds)), add_up(of_other, within * exactly::share(-odds));
        for (std::size_t trial = 0; trial < trials.size(); ++trial) {
            const auto [programme, year, n, y] = trials[trial];
            values_[trial * width + node] = n < sums ? of_rate[y] + of_other[n - y] - of_all[n] : log_likelihood(n, y, odds, within);
        }
    }
}

Heights beta_prior(double mean, double among) {
    const double a = among * mean, b = among * (1 - mean);
    const double scale = exactly::log_gamma(a + b) - exactly::log_gamma(a) - exactly::log_gamma(b) + exactly::log(rate_grid::step);
    static const auto log_shares = [] {
        std::array<std::array<double, rate_grid::size>, 2> logs;
        for (std::size_t node = 0; node < rate_grid::size; ++node)
            logs[0][node] = exactly::log(exactly::share(grid_log_odds(node))), logs[1][node] = exactly::log(exactly::share(-grid_log_odds(node)));
        return logs;
    }();
    Heights level;
    for (std::size_t node = 0; node < level.size(); ++node) level[node] = scale + a * log_shares[0][node] + b * log_shares[1][node];
    return level;
}

std::vector<double> as_weights(const Heights& level) {
    const double top = *std::max_element(level.begin(), level.end());
    std::vector<double> weights;
    weights.reserve(level.size());
    double sum = 0;
    constexpr double never = -50;  // ten thousand draws do not come near it
    for (double one : level) sum += weights.emplace_back(one - top < never ? 0 : exactly::exp(one - top));
    for (double& weight : weights) weight /= sum;
    return weights;
}

}  // namespace loopbaankaart::flow

#include "kaplan_meier.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "../certainty/certainty.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double same = 1.490116119384766e-08;  // √ε: levels that differ less are one
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double limit(double share, double error, double by, Limits limits) {
    switch (limits) {
        case Limits::plain: return share == 0 ? unknown : std::clamp(share + by * error * share, 0.0, 1.0);
        case Limits::logarithm: return share == 0 ? unknown : std::min(1.0, std::exp(std::log(share) + by * error));
        case Limits::log_log: return share == 0 || share == 1 ? unknown : std::exp(-std::exp(std::log(-std::log(share)) + by * error / std::log(share)));
    }
    return unknown;
}

// Where a level that never goes down first reaches q. Levels that are not known do not count.
std::optional<double> crossing(const std::vector<std::int32_t>& times, const std::vector<double>& levels, double q) {
    const auto first = [&](double level) {
        return static_cast<std::size_t>(std::find_if(levels.begin(), levels.end(), [&](double one) { return one >= level; }) - levels.begin());
    };
    const std::size_t begin = first(q - same), end = first(q + same);
    if (begin == levels.size()) return std::nullopt;
    // A last level that lies at q itself goes on until the last time.
    const std::int32_t until = end < levels.size() ? times[end] : times.back();
    return (static_cast<double>(times[begin]) + static_cast<double>(until)) / 2;
}

}  // namespace

Survival kaplan_meier(std::vector<Waited> waits) {
    std::sort(waits.begin(), waits.end(), [](const Waited& a, const Waited& b) { return a.time < b.time; });
    Survival survival;
    double share = 1, variance = 0;
    for (std::size_t at = 0; at < waits.size();) {
        const auto here = static_cast<double>(waits.size() - at);
        const std::int32_t time = waits[at].time;
        double happened = 0;
        for (; at < waits.size() && waits[at].time == time; ++at) happened += waits[at].happened ? 1 : 0;
        share *= (here - happened) / here;
        if (happened > 0) variance += happened / (here * (here - happened));
        survival.times.push_back(time), survival.share.push_back(share), survival.error.push_back(std::sqrt(variance));
    }
    return survival;
}

Quantile quantile(const Survival& survival, double q, Limits limits) {
    std::vector<double> happened, low, high;
    for (std::size_t at = 0; at < survival.times.size(); ++at) {
        const double share = survival.share[at], error = survival.error[at];
        happened.push_back(1 - share);
        low.push_back(1 - limit(share, error, -two_sided, limits)), high.push_back(1 - limit(share, error, two_sided, limits));
    }
    return {crossing(survival.times, happened, q), crossing(survival.times, low, q), crossing(survival.times, high, q)};
}

}  // namespace loopbaankaart::flow

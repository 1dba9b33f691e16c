#include "quality.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t calibration_groups = 10;

Difference mean_of(std::span<const double> values) {
    const auto size = static_cast<double>(values.size());
    if (values.empty()) return {};
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / size;
    double squares = 0;
    for (double one : values) squares += (one - mean) * (one - mean);
    return {mean, size > 1 ? std::sqrt(squares / (size - 1) / size) : 0};
}

}  // namespace

Quality quality(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes) {
    Quality all{.people = happened.size()};
    if (happened.empty()) return all;
    const std::size_t people = happened.size();
    std::vector<double> logs(people);
    for (std::size_t person = 0; person < people; ++person) {
        logs[person] = -exactly::log(chances[person * outcomes + happened[person]]);
        for (std::size_t one = 0; one < outcomes; ++one) {
            const double off = chances[person * outcomes + one] - (happened[person] == one ? 1 : 0);
            all.brier += off * off / static_cast<double>(people);
        }
    }
    const Difference mean = mean_of(logs);
    all.log_score = mean.mean, all.log_score_error = mean.error;
    std::vector<std::size_t> order(people);
    for (std::size_t one = 0; one < outcomes; ++one) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return chances[a * outcomes + one] < chances[b * outcomes + one]; });
        for (std::size_t group = 0; group < calibration_groups; ++group) {
            double apart = 0;
            for (std::size_t at = people * group / calibration_groups; at < people * (group + 1) / calibration_groups; ++at) apart += chances[order[at] * outcomes + one] - (happened[order[at]] == one ? 1 : 0);
            all.calibration_gap += std::abs(apart) / static_cast<double>(people) / static_cast<double>(outcomes);
        }
    }
    return all;
}

Difference log_score_difference(std::span<const double> first, std::span<const double> second, std::span<const std::uint8_t> happened, std::size_t outcomes) {
    std::vector<double> apart;
    for (std::size_t person = 0; person < happened.size(); ++person) {
        const std::size_t at = person * outcomes + happened[person];
        apart.push_back(exactly::log(second[at]) - exactly::log(first[at]));
    }
    return mean_of(apart);
}

}  // namespace loopbaankaart::flow

// Inside judgement only: the limits of a statistic by leaving out teachers and cohorts (team.hpp).
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <span>
#include <vector>

#include "../certainty/certainty.hpp"
#include "../certainty/student.hpp"

namespace loopbaankaart::flow {

inline constexpr std::size_t least_left_out = 3;  // units; fewer tell nothing

// How far the limits lie from the value; 0 when there are too few units.
template <typename One, typename Statistic>
double apart_without(std::span<const One> all, std::uint32_t One::* unit, const Statistic& statistic) {
    std::set<std::uint32_t> units;
    for (const One& one : all) units.insert(one.*unit);
    if (units.size() < least_left_out) return 0;
    std::vector<double> values;
    std::vector<One> rest;
    for (const std::uint32_t out : units) {
        rest.clear();
        std::copy_if(all.begin(), all.end(), std::back_inserter(rest), [&](const One& one) { return one.*unit != out; });
        values.push_back(statistic(std::span<const One>{rest}));
    }
    const auto number = static_cast<double>(values.size());
    double mean = 0, squares = 0;
    for (const double value : values) mean += value / number;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return student_quantile(0.975, static_cast<std::size_t>(number) - 1) * std::sqrt(squares * (number - 1) / number);
}

template <typename One, typename Statistic>
Estimate leaving_out(std::span<const One> all, const Statistic& statistic) {
    const double value = statistic(all), apart = std::max(apart_without(all, &One::teacher, statistic), apart_without(all, &One::cohort, statistic));
    return {value, value - apart, value + apart};
}

}  // namespace loopbaankaart::flow

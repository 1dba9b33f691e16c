// How far chance alone lets groups of one size lie apart, when the share is right.
#pragma once

#include <cmath>
#include <cstdint>

namespace loopbaankaart::flow {

struct ByChance {
    double low = 0, high = 0;  // of ten
};

// The smallest and the largest of ten of which at least 80% of such groups lie between: 10% or less below, 10% or less above. Exact, by the binomial distribution.
inline ByChance by_chance(double share, std::uint32_t students) {
    constexpr double tail = 0.1, in_ten = 10;
    const auto n = static_cast<double>(students);
    std::uint32_t low = students, high = students;
    double below = 0, log_ways = 0;
    for (std::uint32_t happened = 0; happened <= students; ++happened) {
        const auto k = static_cast<double>(happened);
        if (happened > 0) log_ways += std::log((n - k + 1) / k);
        const double odds = (happened == 0 ? 0 : k * std::log(share)) + (happened == students ? 0 : (n - k) * std::log1p(-share));
        below += std::exp(log_ways + odds);
        if (below > tail && low == students) low = happened;
        if (below >= 1 - tail) {
            high = happened;
            break;
        }
    }
    return {in_ten * low / n, in_ten * high / n};
}

}  // namespace loopbaankaart::flow

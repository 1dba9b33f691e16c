#include "share.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow {

Share share_of(std::uint64_t some, std::uint64_t of) {
    constexpr double z = 1.959963984540054;
    const auto n = static_cast<double>(of);
    const double p = static_cast<double>(some) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n), half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace loopbaankaart::flow

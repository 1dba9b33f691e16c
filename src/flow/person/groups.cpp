#include "groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow {

Groups groups_of(const Feature& feature, std::span<const std::size_t> rows) {
    Groups groups{feature.categories, {}};
    if (feature.numbers.empty()) {
        for (std::size_t row : rows) groups.of.push_back(feature.codes[row]);
        return groups;
    }
    std::vector<double> known;
    for (std::size_t row : rows)
        if (std::isfinite(feature.numbers[row])) known.push_back(feature.numbers[row]);
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    if (!known.empty()) std::nth_element(known.begin(), middle, known.end());
    if (known.empty()) return {{""}, std::vector<std::uint32_t>(rows.size())};
    groups.names = {fmt::format("< {}", *middle), fmt::format("≥ {}", *middle), ""};
    for (std::size_t row : rows) groups.of.push_back(!std::isfinite(feature.numbers[row]) ? 2U : feature.numbers[row] < *middle ? 0U : 1U);
    return groups;
}

}  // namespace loopbaankaart::flow

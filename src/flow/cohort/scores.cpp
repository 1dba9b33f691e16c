#include "scores.hpp"

#include <algorithm>
#include <vector>

#include "../draws/elementary.hpp"
#include "forecast.hpp"

namespace loopbaankaart::flow {

namespace {

std::vector<std::uint32_t> counts_to(std::span<const std::uint32_t> draws, std::uint32_t least) {
    std::vector<std::uint32_t> counts(std::max(*std::max_element(draws.begin(), draws.end()), least) + std::size_t{1});
    for (std::uint32_t value : draws) ++counts[value];
    return counts;
}
double crps_of(const std::vector<std::uint32_t>& counts, std::uint32_t happened, double all) {
    double sum = 0;
    std::uint64_t below = 0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        below += counts[value];
        const double apart = static_cast<double>(below) / all - (value >= happened ? 1 : 0);
        sum += apart * apart;
    }
    return sum;
}

}  // namespace

double crps(std::span<const std::uint32_t> draws, std::uint32_t happened) { return crps_of(counts_to(draws, happened), happened, static_cast<double>(draws.size())); }

Score score(std::span<const std::uint32_t> draws, std::uint32_t happened, double v) {
    const auto counts = counts_to(draws, happened);
    const auto all = static_cast<double>(draws.size());
    std::uint64_t below = 0;
    for (std::uint32_t value = 0; value < happened; ++value) below += counts[value];
    const Outlook shown = outlook(draws);
    return {
        .crps = crps_of(counts, happened, all),
        .log_score = -exactly::log((counts[happened] + 0.5) / (all + 0.5 * static_cast<double>(counts.size()))),
        .pit = (static_cast<double>(below) + v * counts[happened]) / all,
        .within80 = shown.low80 <= happened && happened <= shown.high80,
        .within95 = shown.low95 <= happened && happened <= shown.high95,
    };
}

}  // namespace loopbaankaart::flow

#include "beside.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

bool is_told(std::int64_t students, std::uint32_t least) { return students == 0 || students >= least || students <= -std::int64_t{least}; }

}  // namespace

bool tells_no_small_group(const ToldShare& one, const ToldShare& other, std::uint32_t least) {
    if (!base::guarded(base::Guard::few_hidden)) return true;
    const std::int64_t did = std::int64_t{one.some} - other.some, others = (std::int64_t{one.of} - one.some) - (std::int64_t{other.of} - other.some);
    return is_told(did, least) && is_told(others, least);
}

std::vector<bool> may_be_told(const ToldShare& now, std::span<const ToldShare> once) {
    std::vector<ToldShare> told{now};
    std::vector<bool> may;
    for (const ToldShare& one : once) {
        const std::uint32_t least = std::max(now.least, one.least);
        const bool large = is_told(one.some, least) && is_told(std::int64_t{one.of} - one.some, least);
        const bool alone = std::all_of(told.begin(), told.end(), [&](const ToldShare& other) { return tells_no_small_group(one, other, least); });
        may.push_back(large && alone);
        if (may.back()) told.push_back(one);
    }
    return may;
}

}  // namespace loopbaankaart::flow

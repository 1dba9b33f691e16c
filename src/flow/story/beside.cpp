#include "beside.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

// As many as a figure may hold, or nobody; of what may be `loose` more or fewer, in every case.
bool is_told(std::int64_t students, std::int64_t loose, std::uint32_t least) { return (students == 0 && loose == 0) || std::abs(students) - loose >= std::int64_t{least}; }
std::int64_t others_of(const ToldFigure& one) { return std::int64_t{one.of} - one.some; }

bool same_hours(const ToldFigure& one, const ToldFigure& other) { return one.hours == other.hours && one.of == other.of && one.some == other.some; }
bool same_year_forecast_changed(const ToldFigure& one, const ToldFigure& other) { return one.forecast && other.forecast && one.seen_until == other.seen_until && one.forecast != other.forecast; }

}  // namespace

bool tells_no_small_group(const ToldFigure& one, const ToldFigure& other, std::uint32_t least) {
    if (!base::guarded(base::Guard::few_hidden)) return true;
    if (one.kind != other.kind) return false;
    if (one.kind == ToldKind::forecast) return !same_year_forecast_changed(one, other);
    if (one.kind == ToldKind::hours && same_hours(one, other)) return true;
    const std::int64_t did = std::int64_t{one.some} - other.some, others = others_of(one) - others_of(other), loose = std::int64_t{one.loose} + other.loose;
    return is_told(did, loose, least) && is_told(others, loose, least);
}

std::vector<bool> may_be_told(const ToldFigure& now, std::span<const ToldFigure> once) {
    std::vector<ToldFigure> told{now};
    std::vector<bool> may;
    for (const ToldFigure& one : once) {
        const std::uint32_t least = std::max(now.least, one.least);
        const bool large = one.kind == ToldKind::forecast || (is_told(one.some, 0, least) && is_told(others_of(one), 0, least));
        const bool alone = std::all_of(told.begin(), told.end(), [&](const ToldFigure& other) { return tells_no_small_group(one, other, least); });
        may.push_back(large && alone);
        if (may.back()) told.push_back(one);
    }
    return may;
}

}  // namespace loopbaankaart::flow

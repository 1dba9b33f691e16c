#include "pursuit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

// Puts attempts one after another.
class Making {
public:
    explicit Making(const Attempts& attempts) : attempts_{attempts} {}

    template <typename Rows>
    Pursuit of(const Rows& rows, std::uint32_t activity) const {
        const std::size_t first = rows.front();
        Pursuit made{.person = attempts_.person[first], .programme = programme(first), .prior = attempts_.prior.empty() ? 0 : attempts_.prior[first], .activity = activity, .end = still_there, .stretches = {}};
        double hours = 0;
        for (const std::size_t row : rows) {
            hours += attempts_.hours[row];
            const bool priced = !attempts_.price.empty();
            made.stretches.push_back({static_cast<std::int32_t>(std::lround(hours * 60)), priced ? attempts_.hour_price[row] : 0, priced ? attempts_.price[row] : 0});
            if (attempts_.activity[row] == activity) made.end = attempts_.outcome[row];
        }
        return made;
    }
    std::uint32_t programme(std::size_t row) const { return attempts_.programme.empty() ? 0 : attempts_.programme[row]; }

private:
    const Attempts& attempts_;
};

}  // namespace

std::vector<Pursuit> pursuits(const Attempts& attempts) {
    const Making making{attempts};
    const auto studies = [&](std::size_t row) { return std::tuple{attempts.person[row], making.programme(row)}; };
    const auto key = [&](std::size_t row) { return std::tuple{studies(row), attempts.activity[row]}; };
    std::vector<std::size_t> order(attempts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::tuple{key(a), attempts.number[a]} < std::tuple{key(b), attempts.number[b]}; });

    std::vector<Pursuit> made;
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && key(order[last]) == key(order[first])) ++last;
        if (attempts.activity[order[first]] != attempts.whole) made.push_back(making.of(std::span{order}.subspan(first, last - first), attempts.activity[order[first]]));
    }
    if (attempts.whole == Attempts::none) return made;
    // In the order of the file: that is how one came after another.
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return studies(a) < studies(b); });
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && studies(order[last]) == studies(order[first])) ++last;
        Pursuit whole = making.of(std::span{order}.subspan(first, last - first), attempts.whole);
        if (whole.minutes() > 0 || whole.end == Attempts::completed) made.push_back(std::move(whole));
    }
    return made;
}

Spells stays_of(std::span<const Pursuit> pursuits) {
    Spells stays;
    stays.states = {"going_on", "completed", "dropped"};
    for (std::size_t at = 0; at < pursuits.size(); ++at) {
        const Pursuit& one = pursuits[at];
        stays.person.push_back(static_cast<std::uint32_t>(at)), stays.cluster.push_back(one.person);
        stays.enter.push_back(-1), stays.leave.push_back(one.minutes());
        stays.from.push_back(pursuing);
        stays.to.push_back(one.end == Attempts::completed ? has_completed : one.end == Attempts::dropped ? has_dropped : still_there);
    }
    return stays;
}

}  // namespace loopbaankaart::flow

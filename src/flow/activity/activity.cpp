#include "activity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "until_end.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double rounding = 1e-12;  // a share that is ½ but for rounding has reached ½
constexpr double an_hour = 60;

std::optional<double> in_hours(std::optional<std::int32_t> minutes) { return minutes ? std::optional{*minutes / an_hour} : std::nullopt; }

std::size_t students_in(std::span<const Pursuit> pursuits, bool completed) {
    std::set<std::uint32_t> persons;
    for (const Pursuit& one : pursuits)
        if (!completed || one.end == Attempts::completed) persons.insert(one.person);
    return persons.size();
}

// The first time at which a limit of the share reaches q.
template <typename Limit>
std::optional<double> limit_reached(const Curves& curves, double number, double q, Limit limit) {
    for (std::size_t at = 0; at < curves.times.size(); ++at)
        if (limit(wilson_by_error(curves.share(at, has_completed), curves.error(at, has_completed), number)) >= q) return curves.times[at] / an_hour;
    return std::nullopt;
}

void read_off(Activity& line, const Curves& curves) {
    const std::size_t last = curves.times.size() - 1;
    const auto number = static_cast<double>(line.students);
    const auto share = [&](State state) { return wilson_by_error(curves.share(last, state), curves.error(last, state), number); };
    line.completed = share(has_completed), line.dropped = share(has_dropped);
    line.going_on = curves.share(last, pursuing), line.horizon = curves.times[last] / an_hour;
    for (std::size_t at = 0; at < asked_shares.size(); ++at) {
        const double q = asked_shares[at];
        line.hours_at[at] = {in_hours(reached(curves, has_completed, q - rounding)),
                             limit_reached(curves, number, q, [](const Estimate& one) { return one.high; }),
                             limit_reached(curves, number, q, [](const Estimate& one) { return one.low; })};
        if (line.completed.value > 0) line.hours_done[at] = in_hours(reached(curves, has_completed, q * line.completed.value - rounding));
    }
}

Estimate shown(const Ratio& ratio) { return {ratio.value, ratio.low, ratio.high}; }

}  // namespace

Activity activity_of(std::span<const Pursuit> pursuits, bool priced) {
    Activity line{.activity = pursuits.empty() ? 0 : pursuits.front().activity, .students = students_in(pursuits, false)};
    if (line.students < least_students) {
        line.refused = LessSaid::few_students;
        return line;
    }
    auto curves = flow::curves(stays_of(pursuits));
    if (!curves) {  // nobody ended yet
        line.refused = LessSaid::few_completed;
        return line;
    }
    read_off(line, *curves);
    line.curves = std::move(*curves);
    if (students_in(pursuits, true) < least_completed) line.refused = LessSaid::few_completed;
    else if (line.going_on > most_going_on + rounding) line.refused = LessSaid::going_on;
    if (line.refused != LessSaid::nothing) return line;
    const UntilEnd spent = until_end(pursuits);
    line.hours = shown(ratio(spent.hours, spent.completed, pursuits));
    if (priced) line.cost = shown(ratio(spent.cost, spent.completed, pursuits));
    return line;
}

std::vector<Activity> activities(const Attempts& attempts) {
    using Side = std::optional<std::uint32_t>;
    struct By {
        bool programme, prior;
    };
    std::vector<By> levels{{false, false}};
    if (!attempts.programme.empty()) levels.push_back({true, false});
    if (!attempts.prior.empty()) levels.push_back({false, true});
    if (levels.size() == 3) levels.push_back({true, true});

    // By activity, level and names.
    std::map<std::tuple<std::uint32_t, std::size_t, Side, Side>, std::vector<Pursuit>> groups;
    for (const Pursuit& one : pursuits(attempts))
        for (std::size_t level = 0; level < levels.size(); ++level)
            groups[{one.activity, level, levels[level].programme ? Side{one.programme} : Side{}, levels[level].prior ? Side{one.prior} : Side{}}].push_back(one);
    std::vector<Activity> lines;
    for (const auto& [key, group] : groups) {
        Activity line = activity_of(group, !attempts.price.empty());
        line.programme = std::get<2>(key), line.prior = std::get<3>(key);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace loopbaankaart::flow

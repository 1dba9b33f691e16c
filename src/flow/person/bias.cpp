#include "bias.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "groups.hpp"
#include "recalibration.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t shown_group = 10;          // people: fewer are not to be found out by taking the others from the whole

double p_of(double apart, double error) { return error > 0 ? std::erfc(std::abs(apart / error) / std::sqrt(2.0)) : 1; }
Estimate around(double value, double error) { return {value, value - two_sided * error, value + two_sided * error}; }

double p_of_shares(double hits, double of, double other_hits, double other_of) {
    const double pooled = (hits + other_hits) / (of + other_of);
    return p_of(hits / of - other_hits / other_of, std::sqrt(pooled * (1 - pooled) * (1 / of + 1 / other_of)));
}

struct Tally {
    double people = 0, events = 0, expected = 0, variance = 0, missed = 0, needlessly = 0, in_sets = 0, in_sets_squared = 0;
    std::vector<double> chances;
    std::vector<std::uint8_t> happened;

    bool enough() const {
        return people >= static_cast<double>(least_group) && events >= static_cast<double>(least_with_event) && people - events >= static_cast<double>(least_with_event);
    }
    double set_error() const { return std::sqrt(std::max(0.0, in_sets_squared - in_sets * in_sets / people) / (people - 1) / people); }
};

// How far each is among those whom help reaches: 1, 0, or a part of one where chances are equal at the edge.
std::vector<double> reach(const Told& told, const BiasOptions& options) {
    std::vector<double> own;
    for (std::size_t person = 0; person < told.happened.size(); ++person) own.push_back(told.chances[person * told.outcomes + options.event]);
    std::vector<double> order = own;
    std::sort(order.begin(), order.end(), std::greater<>{});
    const double places = options.capacity * static_cast<double>(own.size());
    const double edge = order[std::min(order.size() - 1, static_cast<std::size_t>(places))];
    const auto above = static_cast<double>(std::count_if(own.begin(), own.end(), [&](double one) { return one > edge; }));
    const auto at_edge = static_cast<double>(std::count(own.begin(), own.end(), edge));
    for (double& one : own) one = one > edge ? 1 : one < edge ? 0 : std::clamp((places - above) / at_edge, 0.0, 1.0);
    return own;
}

Tally tally_of(const Told& told, const BiasOptions& options, const std::vector<double>& reached, const Groups& groups, std::uint32_t group, bool rest) {
    Tally tally;
    for (std::size_t person = 0; person < told.happened.size(); ++person) {
        if ((groups.of[person] == group) == rest) continue;
        const double chance = told.chances[person * told.outcomes + options.event];
        const bool event = told.happened[person] == options.event;
        ++tally.people, tally.events += event ? 1 : 0, tally.expected += chance, tally.variance += chance * (1 - chance);
        (event ? tally.missed : tally.needlessly) += event ? 1 - reached[person] : reached[person];
        const auto set = std::span{told.sets}.subspan(person * told.outcomes, told.outcomes);
        const auto in = static_cast<double>(std::count(set.begin(), set.end(), InSet::yes));
        tally.in_sets += in, tally.in_sets_squared += in * in;
        tally.chances.push_back(chance), tally.happened.push_back(event ? 1 : 0);
    }
    return tally;
}

// Fills the values and p-values as they are, before adjusting.
void measure(BiasLine& line, const Tally& own, const Tally& others) {
    line.people = static_cast<std::size_t>(own.people), line.events = static_cast<std::size_t>(own.events);
    const auto set = [&](Measure what, Estimate value, double p) { line.values[static_cast<std::size_t>(what)] = value, line.p[static_cast<std::size_t>(what)] = p; };
    const double spread = std::sqrt(own.variance);
    set(Measure::observed_to_expected, around(own.events / own.expected, spread / own.expected), p_of(own.events - own.expected, spread));
    const LogitLine slope = logit_line(own.chances, own.happened, Prior::none), other = logit_line(others.chances, others.happened, Prior::none);
    set(Measure::slope, around(slope.slope, slope.slope_error), p_of(slope.slope - other.slope, std::hypot(slope.slope_error, other.slope_error)));
    set(Measure::missed, wilson(own.missed / own.events, own.events), p_of_shares(own.missed, own.events, others.missed, others.events));
    const double without = own.people - own.events, others_without = others.people - others.events;
    set(Measure::reached_needlessly, wilson(own.needlessly / without, without), p_of_shares(own.needlessly, without, others.needlessly, others_without));
    set(Measure::set_size, around(own.in_sets / own.people, own.set_error()), p_of(own.in_sets / own.people - others.in_sets / others.people, std::hypot(own.set_error(), others.set_error())));
}

}  // namespace

std::vector<double> benjamini_hochberg(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    std::vector<double> adjusted(p.size());
    double lowest = 1;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto rank = static_cast<double>(order.size() - at);
        adjusted[order[at]] = lowest = std::min(lowest, p[order[at]] * static_cast<double>(p.size()) / rank);
    }
    return adjusted;
}

std::vector<BiasLine> bias_report(const Persons& persons, const Told& told, const BiasOptions& options) {
    std::vector<BiasLine> lines;
    if (told.happened.empty()) return lines;
    const std::vector<double> reached = reach(told, options);
    std::vector<std::size_t> judged;
    for (const Feature& feature : persons.features) {
        if (feature.role == Role::input || feature.role == Role::programme) continue;
        const Groups groups = groups_of(feature, told.rows);
        const std::size_t first = lines.size();
        double hidden = 0;
        std::optional<std::size_t> smallest;
        for (std::uint32_t group = 0; group < groups.names.size(); ++group) {
            const Tally own = tally_of(told, options, reached, groups, group, false), others = tally_of(told, options, reached, groups, group, true);
            if (own.people == 0) continue;
            BiasLine& line = lines.emplace_back();
            line.feature = feature.name, line.group = groups.names[group], line.role = feature.role;
            if (!own.enough() || !others.enough()) {
                hidden += own.people;
                continue;
            }
            measure(line, own, others);
            if (!smallest || line.people < lines[*smallest].people) smallest = lines.size() - 1;
        }
        if (hidden > 0 && hidden < static_cast<double>(shown_group) && smallest) {
            BiasLine& line = lines[*smallest];
            line = {.feature = line.feature, .group = line.group, .role = line.role};
        }
        for (std::size_t at = first; at < lines.size(); ++at)
            if (lines[at].people > 0) judged.push_back(at);
    }
    std::vector<double> all;
    for (std::size_t at : judged) all.insert(all.end(), lines[at].p.begin(), lines[at].p.end());
    const std::vector<double> adjusted = benjamini_hochberg(all);
    for (std::size_t at = 0; at < judged.size(); ++at)
        for (std::size_t what = 0; what < measures; ++what) {
            BiasLine& line = lines[judged[at]];
            line.p[what] = adjusted[at * measures + what];
            line.verdicts[what] = line.p[what] <= options.level ? BiasVerdict::differs : BiasVerdict::no_difference_seen;
        }
    return lines;
}

}  // namespace loopbaankaart::flow

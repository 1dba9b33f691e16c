#include "paths.hpp"

#include <flow/words.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

constexpr std::int32_t half_years = 2;  // a year

// Where one person was, year after year, from the one in which they began.
struct Walk {
    std::uint32_t programme;
    std::int32_t began;
    std::vector<State> states;
    std::vector<bool> in_school;  // in a stay then: whether anybody knows what came next is told by those
};

// The stays of one person, which lie in [begin, end) in order.
Walk walk_of(const Spells& spells, std::size_t begin, std::size_t end, std::int32_t cohort, State elsewhere) {
    const auto programme = [&](std::size_t stay) { return spells.group.empty() ? 0 : spells.group[stay]; };
    const std::int32_t first = std::max(0, (spells.enter[begin] + 1) / half_years);
    Walk walk{programme(begin), cohort + first, {}, {}};
    for (std::int32_t year = first; walk.states.size() <= most_years_followed; ++year) {
        const std::int32_t moment = year * half_years;
        std::size_t stay = begin;
        while (stay < end && spells.leave[stay] <= moment) ++stay;
        if (stay < end && spells.enter[stay] <= moment) {
            if (walk.states.empty()) walk.programme = programme(stay);
            walk.states.push_back(programme(stay) == walk.programme ? spells.from[stay] : elsewhere);
            walk.in_school.push_back(true);
            continue;
        }
        if (walk.states.empty()) break;  // not there on any first day of a year
        // Between stays, or after the last: where the last one went; when that is not told and they come back, where they were.
        const State went = spells.to[stay - 1];
        if (went == still_there && stay == end) break;
        walk.states.push_back(went == still_there ? walk.states.back() : went);
        walk.in_school.push_back(false);
    }
    return walk;
}

// The last year of which the begin is known: up to the first of which most of those who were there are not seen further.
std::int32_t last_known(const std::vector<Walk>& walks) {
    std::map<std::int32_t, std::pair<std::size_t, std::size_t>> seen;  // of a year: who is known a year later, who is not
    for (const Walk& walk : walks)
        for (std::size_t at = 0; at < walk.states.size(); ++at) {
            if (!walk.in_school[at] || at == most_years_followed) continue;
            auto& [known, unknown] = seen[walk.began + static_cast<std::int32_t>(at)];
            ++(at + 1 < walk.states.size() ? known : unknown);
        }
    if (seen.empty()) return 0;
    std::int32_t year = seen.begin()->first;
    while (seen.contains(year) && seen[year].first > seen[year].second) ++year;
    return year;
}

}  // namespace

base::Result<Paths> paths_of(const Spells& spells, const Spells* sectors, const Spells* levels) {
    if (spells.size() == 0) return base::Error{word::no_stays};
    if (spells.cohort.empty()) return base::Error{word::no_cohorts, "?"};
    std::vector<std::int32_t> years;
    for (const std::string& name : spells.cohorts) {
        const auto year = base::whole_number(name);
        if (!year || *year < 1900 || *year > 2200) return base::Error{word::no_cohorts, name};
        years.push_back(static_cast<std::int32_t>(*year));
    }
    Paths found{.states = spells.states};
    const auto elsewhere = static_cast<State>(found.states.size());
    found.states.emplace_back("elsewhere");
    for (const std::string& name : spells.groups) found.programmes.push_back({name, {}, {}});
    if (found.programmes.empty()) found.programmes.push_back({});
    for (std::size_t stay = spells.group.empty() ? 0 : spells.size(); stay-- > 0;) {  // backwards: the first stay has the last word
        Programme& programme = found.programmes[spells.group[stay]];
        if (sectors != nullptr) programme.sector = sectors->groups[sectors->group[stay]];
        if (levels != nullptr) programme.level = levels->groups[levels->group[stay]];
    }

    std::vector<Walk> walks;
    for (std::size_t begin = 0, end = 0; begin < spells.size(); begin = end) {
        while (end < spells.size() && spells.person[end] == spells.person[begin]) ++end;
        walks.push_back(walk_of(spells, begin, end, years[spells.cohort[begin]], elsewhere));
    }
    found.seen_until = last_known(walks);
    std::map<std::tuple<std::uint32_t, std::int32_t, std::vector<State>>, std::uint32_t> counts;
    for (Walk& walk : walks) {
        const std::int32_t known = found.seen_until - walk.began + 1;
        if (known < 2 || walk.states.size() < 2) continue;
        walk.states.resize(std::min(walk.states.size(), static_cast<std::size_t>(known)));
        ++counts[{walk.programme, walk.began, std::move(walk.states)}];
    }
    if (counts.empty()) return base::Error{word::few_school_years, "2"};
    for (const auto& [of, students] : counts) found.paths.push_back({std::get<0>(of), std::get<1>(of), std::get<2>(of), students});
    return found;
}

}  // namespace loopbaankaart::flow

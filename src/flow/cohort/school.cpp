#include "school.hpp"

#include <flow/words.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

constexpr std::int32_t halves = 2;  // a year
constexpr std::size_t few_years = 3, few_begin = 10;

std::optional<std::int32_t> year_in(const std::string& name) {
    std::int32_t year = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), year);
    return error == std::errc{} && end == name.data() + name.size() && year >= 1900 && year <= 2200 ? std::optional{year} : std::nullopt;
}

// The year of each cohort; of rounds their number, from 1. Fails with the cohort that is neither.
base::Result<std::vector<std::int32_t>> years_of(const Spells& spells) {
    std::vector<std::int32_t> years;
    for (std::size_t cohort = 0; cohort < spells.cohorts.size(); ++cohort) {
        const std::string& name = spells.cohorts[cohort];
        const auto round = std::find(spells.rounds.begin(), spells.rounds.end(), name);
        const auto year = round != spells.rounds.end() ? std::optional{static_cast<std::int32_t>(round - spells.rounds.begin()) + 1} : spells.rounds.empty() ? year_in(name) : std::nullopt;
        if (!year) return base::Error{word::no_cohorts, cohort < spells.cohort_rows.size() ? std::to_string(spells.cohort_rows[cohort]) + " (" + name + ")" : name};
        years.push_back(*year);
    }
    return years;
}

// On the clock of known_at.
std::int32_t first_day_of(std::int32_t school_year, unsigned month) {
    return static_cast<std::int32_t>(std::chrono::sys_days{std::chrono::year{school_year} / std::chrono::month{month} / 1}.time_since_epoch().count());
}

// Where somebody is at the begin of a school year.
struct Presence {
    std::int32_t year;
    std::uint32_t programme;
    State from;
    std::optional<State> to;  // a year later; nothing: not seen that long
    bool arrives, joins;    // joins: by no move within the programme, so whoever arrives and who comes back
    std::int32_t known_at;  // when the stay was recorded
};

// The stays of one person, which lie in [begin, end) in order.
void presences_of(const Spells& spells, std::size_t begin, std::size_t end, std::int32_t cohort, State elsewhere, std::vector<Presence>& into) {
    const auto programme = [&](std::size_t stay) { return spells.group.empty() ? 0 : spells.group[stay]; };
    const auto at = [&](std::int32_t moment) {
        std::size_t stay = begin;
        while (stay < end && !(spells.enter[stay] <= moment && moment < spells.leave[stay])) ++stay;
        return stay;
    };
    const std::int32_t first = (spells.enter[begin] + 1) / halves;
    bool arrives = true;
    std::optional<State> moved_to;
    for (std::int32_t year = std::max(first, 0); year * halves < spells.leave[end - 1]; ++year) {
        const std::size_t now = at(year * halves), then = at((year + 1) * halves);
        if (now == end) continue;  // away for a while
        std::optional<State> to;
        if (then != end) {
            to = programme(then) == programme(now) ? spells.from[then] : elsewhere;
        } else {
            std::size_t last = now;
            while (last + 1 < end && spells.leave[last + 1] <= (year + 1) * halves) ++last;
            if (spells.to[last] != still_there) to = spells.to[last];
        }
        into.push_back({cohort + year, programme(now), spells.from[now], to, arrives, moved_to != spells.from[now], spells.known_at.empty() ? 0 : spells.known_at[now]});
        arrives = to == elsewhere, moved_to = to;
    }
}

}  // namespace

base::Result<SchoolNow> school_of(const Spells& spells) {
    if (spells.size() == 0) return base::Error{word::no_stays};
    if (spells.cohort.empty()) return base::Error{word::cohorts_missing};
    const auto cohort_years = years_of(spells);
    if (!cohort_years) return cohort_years.error();
    SchoolNow now;
    School& school = now.school;
    school.states = spells.states, school.programmes = spells.groups, school.rounds = spells.rounds;
    if (school.programmes.empty()) school.programmes = {"all"};
    school.sectors = spells.sectors, school.sector = spells.sector;
    if (school.sectors.empty()) school.sectors = {"all"}, school.sector.assign(school.programmes.size(), 0);
    const auto elsewhere = static_cast<State>(school.states.size());

    std::vector<Presence> presences;
    for (std::size_t begin = 0, end = 0; begin < spells.size(); begin = end) {
        while (end < spells.size() && spells.person[end] == spells.person[begin]) ++end;
        presences_of(spells, begin, end, (*cohort_years)[spells.cohort[begin]], elsewhere, presences);
    }
    if (std::any_of(presences.begin(), presences.end(), [&](const Presence& one) { return one.to == elsewhere; })) school.states.push_back("elsewhere");
    std::map<std::int32_t, std::pair<std::size_t, std::size_t>> seen;  // of a year: how many are known to its end, how many not
    std::vector<std::size_t> begins(school.states.size());
    for (const Presence& one : presences) {
        ++(one.to ? seen[one.year].first : seen[one.year].second);
        if (one.arrives) ++begins[one.from];
    }
    if (seen.empty()) return base::Error{word::no_stays};
    school.entry = static_cast<State>(std::max_element(begins.begin(), begins.end()) - begins.begin());
    const std::int32_t first = seen.begin()->first;
    std::int32_t end = first;
    while (seen.contains(end) && seen[end].first > seen[end].second) ++end;
    if (end - first < static_cast<std::int32_t>(few_years)) return base::Error{word::few_school_years, std::to_string(end - first)};
    const std::size_t states = school.states.size(), programmes = school.programmes.size();
    school.first_year = first, school.years = static_cast<std::size_t>(end - first);
    school.moves.resize(school.years * programmes * states * states), school.arrivals.resize(school.years * programmes);
    school.joined.resize(school.years * programmes * states);
    school.present.resize(programmes * states), now.intake.resize(programmes);
    const bool told = !spells.known_at.empty() && spells.rounds.empty();
    if (told) school.arrivals_then.resize(school.arrivals.size());
    const std::int32_t last_record = told ? *std::max_element(spells.known_at.begin(), spells.known_at.end()) - first_day_of(end, spells.school_year_begins) : 0;
    for (const Presence& one : presences) {
        const auto year = static_cast<std::size_t>(one.year - first);
        const bool comes = one.arrives && one.from == school.entry;
        if (one.year < end) {
            if (!one.to) continue;  // lost from sight
            ++school.moves[((year * programmes + one.programme) * states + one.from) * states + *one.to];
            if (comes) ++school.arrivals[year * programmes + one.programme];
            if (one.joins && !comes && one.year > first) ++school.joined[(year * programmes + one.programme) * states + one.from];
            if (comes && told && one.known_at - first_day_of(one.year, spells.school_year_begins) <= last_record) ++school.arrivals_then[year * programmes + one.programme];
        } else if (one.year == end) {
            ++(comes ? now.intake[one.programme] : school.present[one.programme * states + one.from]);
        }
    }
    const bool begun = std::any_of(now.intake.begin(), now.intake.end(), [](std::uint32_t came) { return came > 0; });
    if (!begun) now.intake.clear();  // the coming year has not begun: its intake is not nothing, but not known
    return now;
}

std::optional<base::Error> not_to_be_forecast(const School& school) {
    const std::uint64_t came = std::accumulate(school.arrivals.begin(), school.arrivals.end(), std::uint64_t{0});
    if (came >= few_begin * school.years) return std::nullopt;
    return base::Error{word::few_begin, std::to_string(came / school.years)};
}

std::string School::year_name(std::int32_t year) const {
    if (rounds.empty()) return std::to_string(year);
    const auto known = static_cast<std::int32_t>(rounds.size());
    return year <= known ? rounds[static_cast<std::size_t>(year) - 1] : rounds.back() + "+" + std::to_string(year - known);
}

School until(const School& school, std::size_t years) {
    School before = school;
    const std::size_t states = school.states.size(), programmes = school.programmes.size();
    before.years = years;
    before.moves.resize(years * programmes * states * states);
    before.arrivals.resize(years * programmes);
    if (!before.joined.empty()) before.joined.resize(years * programmes * states);
    if (years == school.years) return before;
    before.present.assign(programmes * states, 0);
    // Whoever stands at a split in the year that came, without those who arrived or joined in it.
    for (std::size_t programme = 0; programme < programmes; ++programme)
        for (State from = 0; from < states; ++from) {
            std::uint32_t there = 0;
            for (State to = 0; to < states; ++to) there += school.moved(years, programme, from, to);
            const std::uint32_t came = from == school.entry ? std::min(there, school.arrived(years, programme)) : 0;
            before.present[programme * states + from] = there - came - std::min(there - came, school.joined_into(years, programme, from));
        }
    return before;
}

std::vector<Ways> tree(const School& school) {
    std::vector<Ways> ways;
    for (std::size_t from = 0; from < school.states.size(); ++from) {
        std::vector<std::tuple<std::uint64_t, std::size_t>> counts;
        for (std::size_t to = 0; to < school.states.size(); ++to) {
            std::uint64_t count = 0;
            for (std::size_t year = 0; year < school.years; ++year)
                for (std::size_t programme = 0; programme < school.programmes.size(); ++programme)
                    count += school.moved(year, programme, static_cast<State>(from), static_cast<State>(to));
            if (count > 0) counts.emplace_back(count, to);
        }
        if (counts.empty()) continue;
        std::sort(counts.begin(), counts.end());
        Ways here{static_cast<State>(from), {}};
        for (const auto& [count, to] : counts) here.to.push_back(static_cast<State>(to));
        ways.push_back(std::move(here));
    }
    return ways;
}

}  // namespace loopbaankaart::flow

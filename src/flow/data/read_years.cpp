// A row a person and school year, as the registers of DUO have it: the years become stays.
#include <algorithm>
#include <tuple>

#include "readers.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::int32_t days_a_year = 366;  // two half-years of the clock

struct Year {
    std::uint32_t person;
    std::int32_t year;
    std::uint32_t row, group;
    State state;
    bool diploma;
};

}  // namespace

std::optional<base::Error> read_years(Columns& columns, const Mapping& mapping, const ReadingOptions& options, Reading& reading) {
    const Key person = columns.key(mapping.person);
    const std::size_t year = columns.at(mapping.year), state = columns.at(mapping.from), diploma = columns.at(mapping.diploma);
    const std::size_t group = columns.at(options.group.empty() ? mapping.group : options.group), age = columns.at(mapping.age);
    Findings& findings = reading.findings;
    Sectors sectors{columns, mapping, findings};
    if (columns.missing()) return columns.missing();
    const Codes codes{mapping};
    Names people, groups, cohorts;
    std::vector<Year> years;
    std::int32_t last = INT32_MIN;
    while (columns.next()) {
        const std::uint64_t row = columns.csv().row();
        const auto in = codes.state(columns.text(state));
        const auto when = whole(columns.text(year));
        if (!in || *in == still_there) {
            findings.add(Finding::unknown_code, row, columns.text(state));
        } else if (!when || *when < 1900 || *when > 2200) {
            findings.add(Finding::no_number, row, columns.text(year));
        } else if (age_in(columns, age, mapping, findings)) {
            const std::uint32_t programme = groups.code(group == Columns::none ? std::string_view{} : columns.text(group));
            if (!sectors.add(programme)) continue;
            const bool has = diploma != Columns::none && std::find(mapping.with_diploma.begin(), mapping.with_diploma.end(), columns.text(diploma)) != mapping.with_diploma.end();
            years.push_back({people.code(columns.text(person)), *when, static_cast<std::uint32_t>(row), programme, *in, has});
            last = std::max(last, *when);
        }
    }
    std::sort(years.begin(), years.end(), [](const Year& a, const Year& b) { return std::tuple{a.person, a.year, a.row} < std::tuple{b.person, b.year, b.row}; });

    Spells& spells = reading.spells;
    std::int32_t first = 0;
    bool done = false;
    for (std::size_t at = 0; at < years.size(); ++at) {
        const Year& now = years[at];
        const bool begins = at == 0 || years[at - 1].person != now.person;
        if (begins) first = now.year, done = false;
        if (done) continue;  // what follows a diploma is another story
        done = now.diploma;
        if (!begins && years[at - 1].year == now.year) {
            findings.add(Finding::duplicate, now.row);
            continue;
        }
        if (!begins && years[at - 1].year + 1 < now.year) findings.add(Finding::gap, now.row);
        std::size_t then = at + 1;
        while (then < years.size() && years[then].person == now.person && years[then].year == now.year) ++then;
        const bool goes_on = then < years.size() && years[then].person == now.person && years[then].year == now.year + 1;
        const auto moment = [&](std::int32_t of) { return options.clock == Clock::half ? 2 * (of - first) : days_a_year * (of - first); };
        spells.person.push_back(now.person);
        spells.enter.push_back(moment(now.year)), spells.leave.push_back(moment(now.year + 1));
        spells.from.push_back(now.state);
        spells.to.push_back(now.diploma ? mapping.done : goes_on ? years[then].state : now.year == last ? still_there : mapping.gone);
        spells.cohort.push_back(cohorts.code(std::to_string(first)));
        if (group != Columns::none) spells.group.push_back(now.group);
    }
    spells.states = mapping.states;
    spells.cohorts = cohorts.all();
    if (group != Columns::none) spells.groups = groups.all(), sectors.give(spells);
    return std::nullopt;
}

}  // namespace loopbaankaart::flow

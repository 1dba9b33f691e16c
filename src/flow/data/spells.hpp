// Stays in states: the first of three kinds of data about how students flow (the others: persons with an outcome, counts).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace loopbaankaart::flow {

using State = std::uint8_t;                     // a place in Spells::states
inline constexpr State still_there = 0xFF;      // as `to`: still in the state when last seen
inline constexpr std::size_t most_states = 64;  // more is no flow but a column of something else

// Arrays of one length, an element a stay. Who is there in (enter, leave] and not moved on before is at risk at a moment in it.
struct Spells {
    std::vector<std::uint32_t> person;   // 0, 1, …: in order of first appearance
    std::vector<std::int32_t> enter;     // on the clock, in whole steps (days, half-years)
    std::vector<std::int32_t> leave;     // later than enter
    std::vector<State> from;
    std::vector<State> to;               // where one went at `leave`, or still_there
    std::vector<double> weight;          // empty: one each
    std::vector<std::uint32_t> cluster;  // 0, 1, …: stays that are not independent; empty: those of a person
    std::vector<std::uint32_t> group;    // 0, 1, …: in groups; empty: no groups
    std::vector<std::uint32_t> cohort;   // 0, 1, …: in cohorts; empty: no cohorts
    std::vector<std::int32_t> known_at;  // when this was recorded, on its own clock of days since 1970; empty: not told

    std::vector<std::string> states, groups, cohorts;  // names
    std::vector<std::uint32_t> sector;                 // of each group: in `sectors`; empty: no sectors
    std::vector<std::string> sectors;
    std::vector<std::uint64_t> cohort_rows;            // where in the file each cohort is met first; empty: it is told nowhere
    unsigned school_year_begins = 8;                   // month
    std::vector<std::string> rounds;                   // cohorts in order, each a year after the one before; empty: their names are school years

    std::size_t size() const { return person.size(); }
    const std::vector<std::uint32_t>& independent() const { return cluster.empty() ? person : cluster; }
};

// The stays of each group, in the order of Spells::groups; all in one when there are none.
std::vector<Spells> by_group(Spells spells);

// Until the first arrival in a state: what follows it is left out, and who begins in it. There the state is absorbing, and its
// curve is the share that ever arrived (the cumulative incidence).
Spells until_first(const Spells& spells, State state);

}  // namespace loopbaankaart::flow

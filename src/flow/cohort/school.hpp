// A school by school years: how many of each programme were in each state, and where they were a year later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <base/base.hpp>

#include "../data/spells.hpp"

namespace loopbaankaart::flow {

struct School {
    std::vector<std::string> states, programmes, sectors;
    std::vector<std::uint32_t> sector;           // of each programme
    State entry = 0;                             // where who comes from outside begins
    std::int32_t first_year = 0;                 // the school year of the first tables
    std::vector<std::string> rounds;             // not school years, but cohorts with a name, from year 1 on; empty: school years
    std::size_t years = 0;                       // how many are known to their end
    std::vector<std::uint32_t> moves;            // [year][programme][from][to]; from == to: stayed
    std::vector<std::uint32_t> arrivals;         // [year][programme]: of that year's intake into `entry`
    // Of the same intake, how many were recorded as far into that year as the file's last record is into the year that goes on; empty: not told, or in rounds.
    std::vector<std::uint32_t> arrivals_then;
    // How many are in each state at the begin of the year that comes, without its intake: [programme][state]. Once that year has begun, who joined in it is among them.
    std::vector<std::uint32_t> present;
    // [year][programme][state]: in that year's state by no move of the year before and not of the intake. From another programme or school into a later year, or back after a while. Not told of the
    // first year, in which everybody is first seen. Empty: nobody.
    std::vector<std::uint32_t> joined;

    std::uint32_t moved(std::size_t year, std::size_t programme, State from, State to) const {
        return moves[((year * programmes.size() + programme) * states.size() + from) * states.size() + to];
    }
    std::uint32_t joined_into(std::size_t year, std::size_t programme, State state) const { return joined.empty() ? 0 : joined[(year * programmes.size() + programme) * states.size() + state]; }
    // "2024"; of rounds "2014J", and "2014J+1" after the last.
    std::string year_name(std::int32_t year) const;
    std::uint32_t arrived(std::size_t year, std::size_t programme) const { return arrivals[year * programmes.size() + programme]; }
};

// A school as its stays tell, and the intake of the year that is going on (of each programme; empty: nobody has come yet).
struct SchoolNow {
    School school;
    std::vector<std::uint32_t> intake;
};
// Stays of one person after another, in order, on a clock of half-years since their own school year began, in cohorts named by that year ("2021"), programmes
// as groups (one, when there are none). Or in rounds, each as long as a year. Years are known to their end up to the first of which most were last seen in it.
// Who goes on in another programme is `elsewhere`: a state more, when anybody does. The entry is the state in which most begin. Without sectors all programmes are in one.
// Errors: word::no_stays, cohorts_missing, no_cohorts (row and cohort that is no year and no round), few_school_years (how many).
base::Result<SchoolNow> school_of(const Spells& spells);
// Why no part of it is to be forecast: word::few_begin (how many a year), below ten.
std::optional<base::Error> not_to_be_forecast(const School& school);

// As it was known after so many of its years, for a forecast made then; who is present follows from the moves of its last: nobody who joined later.
School until(const School& school, std::size_t years);

// A state as a chain of binary splits: the first way or not, of those who are left the second or not, … The last way has no split of its own.
struct Ways {
    State from;
    std::vector<State> to;  // where anybody ever went from it, the rarest first: leaving before staying
};
// Only states that anybody ever left or stayed in; the others are absorbing.
std::vector<Ways> tree(const School& school);

}  // namespace loopbaankaart::flow

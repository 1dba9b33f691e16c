// How students went on, counted: of those who began in a programme in a school year, how many were in which state at the begin of each year after.
// A person is in one path for good, under the programme and the year in which they began, so that the paths of a programme add up to its intake.
//
//     auto paths = flow::paths_of(spells, sectors, levels);   // year_1 → year_2 → left → year_2: left and came back
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <base/base.hpp>

#include "../data/spells.hpp"

namespace loopbaankaart::flow {

inline constexpr std::size_t most_years_followed = 6;  // after the year in which one began

struct Programme {
    std::string name, sector, level;  // sector and level are empty when the data do not tell them
    bool operator==(const Programme&) const = default;
};

struct Path {
    std::uint32_t programme;       // in Paths::programmes
    std::int32_t began;            // 2021: the school year 2021–2022
    std::vector<State> states;     // at the begin of that year, of the next, …; at least two
    std::uint32_t students;        // above 0
    bool operator==(const Path&) const = default;
};

struct Paths {
    std::vector<std::string> states;       // as in the data; `elsewhere` behind them: in a year of another programme than the one they began in
    std::vector<Programme> programmes;
    std::vector<Path> paths;               // by programme, year and states; each once
    std::int32_t seen_until = 0;           // the last school year of which the begin is known
};

// Stays as school_of wants them (clock of half-years, cohorts that are years). `sectors` and `levels` are the same stays with those columns as group; a
// null pointer when there are none. A programme has the sector and level of its first stay. Who went somewhere is there until they begin somewhere again; who was lost from sight is followed until then.
// Errors: word::no_stays, no_cohorts (the cohort that is no year), few_school_years when nobody is seen a second year.
base::Result<Paths> paths_of(const Spells& spells, const Spells* sectors = nullptr, const Spells* levels = nullptr);

}  // namespace loopbaankaart::flow

// Inside cells only: paths as rows on a tree of routes.
#pragma once

#include <array>
#include <map>
#include <optional>

#include "cells.hpp"

namespace loopbaankaart::flow {

// A route: states from the first year on. The first of all is the empty one.
struct Route {
    std::size_t before;                // without its last state
    std::size_t years;                 // how many states
    State state;                       // the last one; `ends`: who is not known any longer
    std::vector<std::size_t> onward;   // one state longer
};
inline constexpr State ends = 0xFF;

// Students of one programme and year with one path.
struct Row {
    std::uint32_t programme, sector, level, year;  // small numbers
    std::vector<std::size_t> routes;               // its path, longer and longer, from the empty route to its end
    std::uint32_t students;
};

struct Rows {
    std::vector<Row> rows;
    std::vector<Route> routes;                              // every one behind those it is part of
    std::vector<std::string> programmes, sectors, levels;   // the last ones `others`, when there are
    std::vector<std::int32_t> years;

    // In which of the family's tables it counts.
    std::uint32_t member(Family family, const Row& row) const;
    std::size_t members(Family family) const;
};
inline std::uint32_t Rows::member(Family family, const Row& row) const {
    switch (family) {
        case Family::school: return 0;
        case Family::year: return row.year;
        case Family::sector: return row.sector;
        case Family::sector_level: return row.sector * static_cast<std::uint32_t>(levels.size()) + row.level;
        case Family::programme: return row.programme;
        case Family::year_sector: return row.sector * static_cast<std::uint32_t>(years.size()) + row.year;
        case Family::year_programme: return row.programme * static_cast<std::uint32_t>(years.size()) + row.year;
    }
    return 0;
}

// Programmes in which fewer than `few` began are together; years in which fewer began are left out, and who was lost from sight.
Rows rows_of(const Paths& paths, std::uint32_t few);

using Common = std::vector<bool>;  // of every route: whether it is common

using Totals = std::vector<std::vector<std::uint32_t>>;  // [member][route]
Totals totals_of(const Rows& rows, Family family);

// What is counted once and then only looked at.
struct Counted {
    Counted(const Paths& paths, std::uint32_t least);
    Rows rows;
    std::uint32_t least;
    std::array<Totals, older_families> totals;       // of a year's sectors and programmes only where asked: there are many
    std::vector<std::vector<std::size_t>> on_route;  // rows, of every route

    const Totals& of(Family family) const { return totals[static_cast<std::size_t>(family)]; }
    std::uint32_t in_school(std::size_t route) const { return of(Family::school)[0][route]; }
    // Tables in which anybody counts.
    std::size_t tables_in(Family family) const;
    // Whether some end there, as nothing is known of a later year.
    bool has_end(std::size_t route) const;
    // Somebody of the table; nothing when nobody counts in it.
    const Row* somebody_in(Family family, std::uint32_t member) const { return somebody_[static_cast<std::size_t>(family)][member]; }
    // Nobody or as many as may be shown.
    bool is_enough(std::uint64_t students) const { return students == 0 || students >= least; }
    bool is_small(std::uint64_t students) const { return students > 0 && students < least; }

private:
    std::array<std::vector<const Row*>, older_families> somebody_;
};

// Those who are told no further than a common route are a group: they count in the same figures. The group in which a route lies.
std::size_t group_of(const Rows& rows, std::size_t route, const Common& common);
// In the group, not in one further on.
bool is_in(const Row& row, const Rows& rows, std::size_t group, const Common& common);
bool takes(const Row& row, const Rows& rows, std::size_t route);

}  // namespace loopbaankaart::flow

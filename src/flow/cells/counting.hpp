// Inside cells only: paths as rows on a tree of routes.
#pragma once

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

    std::uint32_t member(Family family, const Row& row) const;
    std::size_t members(Family family) const;
};
// Programmes in which fewer than `few` began are together; years in which fewer began are left out, and who was lost from sight.
Rows rows_of(const Paths& paths, std::uint32_t few);

using Totals = std::vector<std::vector<std::uint32_t>>;  // [member][route]
Totals totals_of(const Rows& rows, Family family);

}  // namespace loopbaankaart::flow

// Inside cells only: exchanges that the tables of sectors and programmes would notice, given back in another year.
#pragma once

#include "years.hpp"

namespace loopbaankaart::flow {

// A small figure: who took a route in one year of a sector or programme.
struct Cell {
    Family family;             // sector or programme
    std::uint32_t member, year;
    std::size_t route;
    Freedom free;              // by exchanges within its year
};

// In its year a student of the table and one outside get each other's routes; in another year two of the same programmes (or sectors, where no table tells more) give each other
// routes of the same two groups the other way round. Where no year of either is told, two students may also change places: one for another of its group in another year.
class Crosswise {
public:
    Crosswise(const Counted& counted, const Commons& common);
    // Whether the figure can be `enough` other numbers.
    bool is_free(const Cell& cell, const Years& told, std::uint64_t enough) const;

private:
    struct Level {
        std::vector<std::size_t> groups, number;                // number: of every route that is a group
        std::array<std::vector<std::uint32_t>, 3> students;     // [unit][year][group], of units of each narrow family
    };
    struct Between;
    std::uint32_t students(const Between& between, Family units, std::uint32_t unit, std::size_t year, std::size_t group) const;
    std::uint64_t given_back(const Between& between, bool up, std::uint64_t enough) const;
    using ByUnit = std::array<std::vector<std::uint32_t>, 3>;  // of each narrow family: [unit and year]
    const ByUnit& on_route(std::size_t route) const;

    const Counted& counted_;
    const Commons& common_;
    std::array<Level, 3> levels_;
    mutable std::map<std::size_t, ByUnit> on_routes_;  // counted when first asked
};

}  // namespace loopbaankaart::flow

// Inside cells only: how many numbers a hidden figure can be, as students can have had each other's routes without any table noticing.
#pragma once

#include <tuple>

#include "counting.hpp"

namespace loopbaankaart::flow {

// Sectors, their levels, programmes: what is common in one is common in the one before it.
inline constexpr std::array<Family, 3> narrow{Family::sector, Family::sector_level, Family::programme};
constexpr Family over(Family family) { return family == Family::programme ? Family::sector_level : family == Family::sector_level ? Family::sector : Family::school; }
constexpr std::size_t place(Family family) { return static_cast<std::size_t>(family); }

using Commons = std::array<Common, older_families>;  // of each family

// So many numbers above its own, and below.
struct Freedom {
    std::uint64_t up = 0, down = 0;
};
using FreedomByYear = std::vector<std::vector<Freedom>>;  // [member][year]

class Exchanges {
public:
    // Looks at what is common when it is asked; after a change of that it is told to forget what it added up.
    Exchanges(const Counted& counted, const Commons& common) : counted_{counted}, common_{common} {}
    // Of who took the route in each table of a narrow family and began in each year. With a student of another sector one changes within a group of sectors, with
    // one of another level in the sector within a group of those, with one of another programme there within a group of programmes: each time in one year.
    FreedomByYear free(Family family, std::size_t route);
    void forget() { of_groups_.clear(); }

private:
    using Students = std::array<std::vector<std::uint32_t>, older_families>;  // of each narrow family, and of the school: [member and year]
    void add(Students& to, Family family, const Row& row) const;
    Students empty(Family family) const;
    const Students& in_group(Family family, Family covers, std::size_t group, std::size_t in_school);

    const Counted& counted_;
    const Commons& common_;
    std::map<std::tuple<Family, Family, std::size_t, std::size_t>, Students> of_groups_;  // as in_group is asked
};

}  // namespace loopbaankaart::flow

// Which figures of a school's paths may be shown, so that no group of fewer than ten students can be read or reckoned out of them.
//
// What can be shown are tables: of the whole school, of who began in a year, of a sector, of a sector's level, of a programme; and of a sector or programme in one year. A table counts
// routes: how many began in a state, went on to a state, and from there to a state, as long as the route is common. A route is common in a kind of tables (Family) when in each of
// them nobody or at least ten (Hiding::least; never under six, whatever is asked) took it, and nobody or at least ten left it for routes that are not common. Who does is counted up to there.
//
// So what is shown are sums of groups of ten and more. What remains is what the difference between tables tells: a route that is common in a sector and not in its programmes. Of
// every route that is not common in a table and has one to nine students there, more than six different numbers must be possible, whatever is shown elsewhere (where a whole kind of tables is not shown: more than one). That is
// reckoned by exchanges that no table notices (exchanges.hpp): a student of the table and one outside it, who began in the same year and are in one group in all tables that tell
// them apart, get each other's routes; and students of one group of the whole school get any route of that group. Where that is not enough, more
// routes are taken together. Nothing has to be solved, and what is shown is safe also when somebody solves everything (cells_test.cpp does).
// (Cells hidden besides those that are small, and audited: Hundepool et al. 2012, Statistical Disclosure Control, ch. 4; exchanges: Diaconis and Sturmfels 1998, Ann. Stat. 26, §1.)
//
// One year of a sector or programme comes last, sector by sector (years.hpp). What is common there is common in the sector too, so those exchanges stay unnoticed and the
// other tables lose nothing. It is told when all its small figures are free: by the same exchanges, within that year, or by such as are given back in another year (crosswise.hpp).
//
// Left out: years in which few began, and who was lost from sight before the others of their year. Programmes of few students stand together as `others`, as a sector of their own.
// What is not told by this: what two files of one school at different times tell of who is in one of them.
//
//     const Shown shown = flow::hide_small(paths);
#pragma once

#include <string>
#include <vector>

#include "../paths/paths.hpp"

namespace loopbaankaart::flow {

enum class Family : std::uint8_t { school, year, sector, sector_level, programme, year_sector, year_programme };
inline constexpr std::size_t family_count = 7, older_families = 5;  // the last two are told where it costs the older ones nothing

inline constexpr State everyone = 0xFE;  // as `to`: all who were there and are known a year later

struct Figure {
    std::uint8_t step;        // 0: from the year in which one began to the next
    State from, to;
    std::uint32_t students;
    bool operator==(const Figure&) const = default;
};

// One table. What the family does not tell apart is empty, or 0; the level of a sector is told when it has one only.
struct Table {
    Family family = Family::school;
    std::string sector, level, programme;
    std::int32_t began = 0;
    std::vector<Figure> figures;  // of common routes, by step, from and to
    std::vector<std::vector<State>> routes = {};  // those routes, from the first state on
};

struct Shown {
    std::vector<std::string> states;
    std::vector<Table> tables;     // of the older families all or none; one that tells no more than the one above it only by programme
    std::int32_t seen_until = 0;
    std::uint32_t least = 0;       // 0: nothing was hidden
};

inline constexpr std::uint32_t fewest_shown = 6;
inline constexpr std::string_view others = "*";  // the name of the programmes of few students together

// For the attack of the tests: where only what is small itself is hidden, as if nobody could subtract.
enum class Care { everywhere, not_in_years, nowhere };
struct Hiding {
    std::uint32_t least = 10;       // students in a figure
    Care care = Care::everywhere;
};
// Deterministic.
Shown hide_small(const Paths& paths, Hiding hiding = {});
// Of published data: everything.
Shown show_all(const Paths& paths);

}  // namespace loopbaankaart::flow

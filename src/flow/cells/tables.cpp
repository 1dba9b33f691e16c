#include "tables.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

using Students = std::function<std::uint32_t(std::size_t)>;  // on a route

std::vector<State> states_of(const Rows& rows, std::size_t route) {
    std::vector<State> states;
    for (std::size_t at = route; at != 0; at = rows.routes[at].before) states.insert(states.begin(), rows.routes[at].state);
    return states;
}

// Of those on the route, who ends there; nothing when that is not told.
std::optional<std::uint32_t> ending(const Counted& counted, const Common& common, bool of_one_year, std::size_t route, const Students& students) {
    for (const std::size_t next : counted.rows.routes[route].onward)
        if (counted.rows.routes[next].state == ends) return common[next] || of_one_year ? std::optional{students(next)} : std::nullopt;
    return 0;
}

void count(Table& table, const Counted& counted, const Common& common, const Students& students) {
    const Rows& rows = counted.rows;
    const bool of_one_year = table.began != 0;  // then all are known equally long
    std::map<std::tuple<std::uint8_t, State, State>, std::uint32_t> figures;
    for (std::size_t route = 1; route < rows.routes.size(); ++route) {
        const Route& one = rows.routes[route];
        if (!common[route] || one.state == ends) continue;
        table.routes.push_back(states_of(rows, route));
        const std::uint32_t many = students(route);
        const bool goes_on = std::any_of(one.onward.begin(), one.onward.end(), [&](std::size_t next) { return rows.routes[next].state != ends; });
        if (const auto end = ending(counted, common, of_one_year, route, students); goes_on && end && many > *end) figures[{static_cast<std::uint8_t>(one.years - 1), one.state, everyone}] += many - *end;
        if (one.years > 1 && many > 0) figures[{static_cast<std::uint8_t>(one.years - 2), rows.routes[one.before].state, one.state}] += many;
    }
    for (const auto& [what, all] : figures) table.figures.push_back({std::get<0>(what), std::get<1>(what), std::get<2>(what), all});  // in that order
}

Table named(const Rows& rows, Family family, const Row& row) {
    Table table{.family = family};
    const bool of_sector = family == Family::sector || family == Family::year_sector, of_programme = family == Family::programme || family == Family::year_programme;
    const bool one_level = std::all_of(rows.rows.begin(), rows.rows.end(), [&](const Row& one) { return one.sector != row.sector || one.level == row.level; });
    if (of_sector || of_programme || family == Family::sector_level) table.sector = rows.sectors[row.sector];
    if (of_programme || family == Family::sector_level || (of_sector && one_level)) table.level = rows.levels[row.level];
    if (of_programme) table.programme = rows.programmes[row.programme];
    if (family == Family::year || family == Family::year_sector || family == Family::year_programme) table.began = rows.years[row.year];
    return table;
}

// Programmes that are each a sector of their own are asked for by their own name as well, though the same is told of the sector.
bool is_shown(const Counted& counted, Family family) { return is_there(counted, family) || (family == Family::programme && counted.tables_in(family) > 1); }

void add_older(std::vector<Table>& into, const Counted& counted, Family family, const Common& common) {
    for (std::uint32_t member = 0; member < counted.of(family).size(); ++member) {
        const Row* row = counted.somebody_in(family, member);
        if (row == nullptr) continue;
        Table table = named(counted.rows, family, *row);
        count(table, counted, common, [&](std::size_t route) { return counted.of(family)[member][route]; });
        if (!table.figures.empty()) into.push_back(std::move(table));
    }
}

void add_years(std::vector<Table>& into, const Counted& counted, Family family, const std::vector<Common>& told) {
    const Rows& rows = counted.rows;
    const Family whole = family == Family::year_sector ? Family::sector : Family::programme;
    for (std::uint32_t member = 0; member < told.size(); ++member) {
        const Row* row = counted.somebody_in(whole, member);
        if (told[member].empty() || row == nullptr) continue;
        for (std::uint32_t year = 0; year < rows.years.size(); ++year) {
            Row of_year = *row;
            of_year.year = year;
            Table table = named(rows, family, of_year);
            count(table, counted, told[member], [&](std::size_t route) {
                std::uint32_t all = 0;
                for (const std::size_t number : counted.on_route[route])
                    if (const Row& one = rows.rows[number]; one.year == year && rows.member(whole, one) == member) all += one.students;
                return all;
            });
            if (!table.figures.empty()) into.push_back(std::move(table));
        }
    }
}

}  // namespace

std::vector<Table> tables_of(const Counted& counted, const Commons& common, const Years& years) {
    std::vector<Table> tables;
    for (const Family family : {Family::school, Family::year, Family::sector, Family::sector_level, Family::programme})
        if (is_shown(counted, family)) add_older(tables, counted, family, common[place(family)]);
    if (is_there(counted, Family::year)) {
        if (counted.tables_in(Family::sector) > 1) add_years(tables, counted, Family::year_sector, years.of_sector);
        if (is_shown(counted, Family::programme)) add_years(tables, counted, Family::year_programme, years.of_programme);
    }
    return tables;
}

}  // namespace loopbaankaart::flow

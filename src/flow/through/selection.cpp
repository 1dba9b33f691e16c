#include "selection.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

bool same(std::string_view asked, std::string_view told) { return asked.empty() || asked == told; }

// A level of the whole school is the sum of what its sectors show of it, so it tells nothing that they do not.
std::optional<Table> level_of_all(storage::Reads& reads, const Selection& selection, const TableAsked& asked) {
    std::map<std::tuple<std::uint8_t, State, State>, std::uint32_t> sums;
    bool any = false;
    const bool apart = std::any_of(selection.tables.begin(), selection.tables.end(), [](const KeptTable& one) { return one.table.family == Family::sector_level; });
    for (const KeptTable& one : selection.tables) {
        if (one.table.family != (apart ? Family::sector_level : Family::sector) || one.table.level != asked.level) continue;
        any = true;
        for (const Figure& figure : kept_figures(reads, selection.set.id, one.number)) sums[{figure.step, figure.from, figure.to}] += figure.students;
    }
    if (!any) return std::nullopt;
    Table table{.family = Family::sector_level, .level = asked.level};
    for (const auto& [what, students] : sums) table.figures.push_back({std::get<0>(what), std::get<1>(what), std::get<2>(what), students});
    return table;
}

std::optional<Table> table_of(storage::Reads& reads, const Selection& selection, Family family, const TableAsked& asked) {
    if (family == Family::sector_level && asked.sector.empty()) return level_of_all(reads, selection, asked);
    for (const KeptTable& one : selection.tables) {
        const Table& table = one.table;
        const bool of_year = std::to_string(table.began) == asked.began;
        const bool fits = family == Family::programme ? table.programme == asked.programme
                          : family == Family::year_programme ? of_year && table.programme == asked.programme
                          : family == Family::year_sector ? of_year && table.sector == asked.sector
                          : family == Family::sector_level ? table.sector == asked.sector && table.level == asked.level
                          : family == Family::sector ? table.sector == asked.sector
                          : family == Family::year ? of_year
                                                   : true;
        if (table.family != family || !fits) continue;
        Table found = table;
        found.figures = kept_figures(reads, selection.set.id, one.number);
        return found;
    }
    return std::nullopt;
}

// The nearest first.
std::vector<Family> nearest(const TableAsked& asked) {
    std::vector<Family> families;
    const bool of_year = !asked.began.empty();
    if (!asked.programme.empty() && of_year) families.push_back(Family::year_programme);
    if (!asked.programme.empty()) families.push_back(Family::programme);
    if (!asked.level.empty()) families.push_back(Family::sector_level);
    if (!asked.sector.empty() && of_year) families.push_back(Family::year_sector);
    if (!asked.sector.empty()) families.push_back(Family::sector);
    if (of_year) families.push_back(Family::year);
    families.push_back(Family::school);
    return families;
}

// Like beside like: another year of the same sector or programme, the school in the same year; or what comes nearest to that.
std::optional<Table> table_beside(storage::Reads& reads, const Selection& selection) {
    const Table& table = selection.table;
    const std::string& beside = selection.asked.beside;
    TableAsked asked = asks_for(table, selection);
    if (beside == "school") {
        if (table.family == Family::school) return std::nullopt;
        const bool of_a_part = table.family == Family::year_sector || table.family == Family::year_programme;
        std::optional<Table> found = of_a_part ? table_of(reads, selection, Family::year, asked) : std::nullopt;
        return found ? found : table_of(reads, selection, Family::school, asked);
    }
    if (beside.empty() || beside == asked.began) return std::nullopt;
    asked.began = beside;
    std::optional<Table> found;
    if (!asked.programme.empty()) found = table_of(reads, selection, Family::year_programme, asked);
    else if (!asked.sector.empty() && asked.level.empty()) found = table_of(reads, selection, Family::year_sector, asked);
    return found ? found : table_of(reads, selection, Family::year, asked);
}

}  // namespace

TableAsked asked_in(const web::Fields& query) {
    const auto field = [&](std::string_view name) { return std::string{query[name]}; };
    return {field("gegevens"), field("sector"), field("niveau"), field("opleiding"), field("jaar"), field("naast")};
}

web::Url address_of(std::string_view page, const TableAsked& asked) {
    web::Url url = web::path(page);
    for (const auto& [name, value] : {std::pair{"gegevens", &asked.data}, std::pair{"sector", &asked.sector}, std::pair{"niveau", &asked.level}, std::pair{"opleiding", &asked.programme}, std::pair{"jaar", &asked.began}})
        if (!value->empty()) url = std::move(url).with(name, *value);
    return url;
}

TableAsked asks_for(const Table& table, const Selection& selection) {
    TableAsked asked{.data = selection.set.name, .sector = table.sector, .level = table.level, .programme = table.programme, .began = table.began == 0 ? std::string{} : std::to_string(table.began)};
    if (!table.programme.empty()) asked.sector.clear(), asked.level.clear();
    if (table.family == Family::sector || table.family == Family::year_sector) asked.level.clear();
    return asked;
}

std::optional<Selection> select(storage::Reads& reads, const TableAsked& asked) {
    const std::vector<KeptSet> sets = kept_sets(reads);
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const KeptSet& one) { return same(asked.data, one.name); });
    if (set == sets.end()) return std::nullopt;
    Selection selection{.set = *set, .asked = asked, .table = {}, .beside = {}, .is_wider = false, .tables = kept_tables(reads, set->id)};
    selection.asked.data = set->name;
    std::optional<Table> found;
    for (const Family family : nearest(asked))
        if (!found) found = table_of(reads, selection, family, asked);
    if (!found) return std::nullopt;
    const bool of_sector = found->sector.empty() ? asked.sector.empty() : same(asked.sector, found->sector);
    const bool of_level = found->level.empty() ? asked.level.empty() : same(asked.level, found->level);
    selection.is_wider = !of_sector || !of_level || !same(asked.programme, found->programme) || (!asked.began.empty() && std::to_string(found->began) != asked.began);
    selection.table = std::move(*found);
    selection.beside = table_beside(reads, selection);
    return selection;
}

}  // namespace loopbaankaart::flow

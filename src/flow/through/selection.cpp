#include "selection.hpp"

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

bool same(std::string_view asked, std::string_view told) { return asked.empty() || asked == told; }

// A level of the whole school is the sum of what its sectors show of it, so it tells nothing that they do not.
std::optional<Table> level_of_all(storage::Reads& reads, const KeptSet& set, const TableAsked& asked) {
    const bool apart = kept_table(reads, set.id, {.family = Family::sector_level}).has_value();
    Table table{.family = Family::sector_level, .level = asked.level};
    table.figures = kept_figures_of_level(reads, set.id, apart ? Family::sector_level : Family::sector, asked.level);
    return table.figures.empty() ? std::nullopt : std::optional{std::move(table)};
}

std::optional<Table> table_of(storage::Reads& reads, const KeptSet& set, Family family, const TableAsked& asked) {
    switch (family) {
        case Family::programme: return kept_table(reads, set.id, {.family = family, .programme = asked.programme});
        case Family::sector: return kept_table(reads, set.id, {.family = family, .sector = asked.sector});
        case Family::sector_level: return asked.sector.empty() ? level_of_all(reads, set, asked) : kept_table(reads, set.id, {.family = family, .sector = asked.sector, .level = asked.level});
        case Family::school: return kept_table(reads, set.id, {.family = family});
        default: return year_of(reads, set, family, asked);
    }
}

// The nearest first.
std::vector<Family> families_near(const TableAsked& asked) {
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

Nearest how_near(const TableAsked& asked, const Table& found) {
    const bool is_programme = !asked.programme.empty() && found.programme == asked.programme;
    const bool of_sector = found.sector.empty() ? asked.sector.empty() : same(asked.sector, found.sector);
    const bool of_level = found.level.empty() ? asked.level.empty() : same(asked.level, found.level);
    if (!is_programme && (!asked.programme.empty() || !of_sector || !of_level)) return Nearest::larger_group;
    if (!asked.began.empty() && std::to_string(found.began) != asked.began) return found.began == 0 ? Nearest::all_years : Nearest::larger_group;
    return of_sector && of_level ? Nearest::as_asked : Nearest::other_programme;
}

// Like beside like: another year of the same sector or programme, the school in the same year; or what comes nearest to that.
void lay_beside(storage::Reads& reads, Selection& selection) {
    const Table& table = selection.table;
    const std::string& beside = selection.asked.beside;
    TableAsked asked = asks_for(table, selection);
    if (beside == "school") {
        if (table.family == Family::school) return;
        if (table.family == Family::year_sector || table.family == Family::year_programme) selection.beside = year_of(reads, selection.set, Family::year, asked);
        if (!selection.beside) selection.beside = table_of(reads, selection.set, Family::school, asked);
        return;
    }
    if (beside.empty() || beside == asked.began) return;
    asked.began = beside;
    if (!asked.programme.empty()) selection.beside = year_of(reads, selection.set, Family::year_programme, asked);
    else if (!asked.sector.empty() && asked.level.empty()) selection.beside = year_of(reads, selection.set, Family::year_sector, asked);
    if (selection.beside) return;
    selection.beside = year_of(reads, selection.set, Family::year, asked);
    selection.beside_is_wider = selection.beside && table.family != Family::school && table.family != Family::year;
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

std::optional<Table> year_of(storage::Reads& reads, const KeptSet& set, Family family, const TableAsked& asked) {
    const auto began = base::whole_number(asked.began);
    if (!began || std::to_string(*began) != asked.began || *began < 1 || *began > 9999) return std::nullopt;
    Table named{.family = family, .began = static_cast<std::int32_t>(*began)};
    if (family == Family::year_programme) named.programme = asked.programme;
    if (family == Family::year_sector) named.sector = asked.sector;
    return kept_table(reads, set.id, named);
}

std::optional<Selection> select(storage::Reads& reads, const TableAsked& asked) {
    const std::vector<KeptSet> sets = kept_sets(reads);
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const KeptSet& one) { return same(asked.data, one.name); });
    if (set == sets.end()) return std::nullopt;
    Selection selection{.set = *set, .sets = {}, .asked = asked, .table = {}, .beside = {}};
    for (const KeptSet& one : sets) selection.sets.push_back(one.name);
    selection.asked.data = set->name;
    std::optional<Table> found;
    for (const Family family : families_near(asked))
        if (!found) found = table_of(reads, *set, family, asked);
    if (!found) return std::nullopt;
    selection.nearest = how_near(asked, *found);
    selection.table = std::move(*found);
    lay_beside(reads, selection);
    return selection;
}

}  // namespace loopbaankaart::flow

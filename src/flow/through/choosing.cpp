#include "choosing.hpp"

#include <flow/words.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "steps.hpp"
#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::vector<web::Choice> sectors_of(const std::vector<Table>& tables, base::Language language) {
    std::vector<web::Choice> choices{{"", std::string{word::all_sectors.in(language)}}};
    for (const Table& table : tables)
        if (table.family == Family::sector) choices.push_back({table.sector, name_in_words(table.sector, language)});
    return choices;
}

// A sector of one level tells its level as well.
std::vector<web::Choice> levels_of(const std::vector<Table>& tables, base::Language language) {
    std::set<std::string> levels;
    for (const Table& table : tables)
        if ((table.family == Family::sector || table.family == Family::sector_level) && !table.level.empty() && table.level != others) levels.insert(table.level);
    std::vector<web::Choice> choices{{"", std::string{word::all_levels.in(language)}}};
    for (const std::string& level : levels) choices.push_back({level, level});
    return choices;
}

std::vector<web::Choice> years_of(const std::vector<Table>& tables, base::Language language, const base::Word& none) {
    std::vector<web::Choice> choices{{"", std::string{none.in(language)}}};
    for (const Table& table : tables)
        if (table.family == Family::year) choices.push_back({std::to_string(table.began), school_year(table.began)});
    return choices;
}

// Two hundred in one list are found by sector, and then by name.
void choose_programme(Html& html, const std::vector<Table>& tables, std::string_view chosen) {
    std::vector<std::pair<std::size_t, const Table*>> programmes;  // with the place of their sector
    std::map<std::string_view, std::size_t> sectors;                // in the order in which they come
    for (const Table& table : tables)
        if (table.family == Family::programme) programmes.emplace_back(sectors.emplace(table.sector, sectors.size()).first->second, &table);
    if (programmes.empty()) return;
    std::stable_sort(programmes.begin(), programmes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });  // kept by an older version they lie as in the file
    const bool by_sector = sectors.size() > 1 && sectors.size() < programmes.size();
    const auto option = [&](std::string_view value, std::string_view said) { html.option({web::value(value), web::flag("selected", value == chosen)}, said); };
    html.div({web::cls("field programme")}, [&] {
        html.label({web::attr("for", "veld-opleiding")}, word::programme);
        html.select({web::id("veld-opleiding"), web::name("opleiding")}, [&] {
            option("", word::all_programmes.in(html.language()));
            for (std::size_t begin = 0, end = 0; begin < programmes.size(); begin = end) {
                while (end < programmes.size() && programmes[end].first == programmes[begin].first) ++end;
                const auto options = [&] {
                    for (std::size_t at = begin; at < end; ++at) option(programmes[at].second->programme, name_in_words(programmes[at].second->programme, html.language()));
                };
                const std::string& sector = programmes[begin].second->sector;
                if (by_sector && sector != others && !sector.empty()) html.element("optgroup", {web::attr("label", sector)}, options);
                else options();
            }
        });
    });
}

void link_to_table(Html& html, const Selection& selection, const Table& table, std::string_view text) {
    html.a({web::href(address_of("/stroom/doorstroom", asks_for(table, selection)))}, text);
}

}  // namespace

Offered offered_beside(storage::Reads& reads, const Selection& selection) {
    Offered offered{.choices = kept_choices(reads, selection.set.id), .year_of_sector = {}, .year_of_school = {}};
    if (selection.nearest != Nearest::all_years) return offered;
    TableAsked asked{.sector = selection.table.sector, .began = selection.asked.began};
    const Family shown = selection.table.family;
    if ((shown == Family::programme || shown == Family::sector_level) && !asked.sector.empty() && asked.sector != others) offered.year_of_sector = year_of(reads, selection.set, Family::year_sector, asked);
    offered.year_of_school = year_of(reads, selection.set, Family::year, asked);
    return offered;
}

void choose_table(Html& html, const Selection& selection, const Offered& offered) {
    const TableAsked& asked = selection.asked;
    html.form({web::cls("figures-filter"), web::attr("method", "get"), web::action(web::path("/stroom/doorstroom"))}, [&] {
        const auto field = [&](std::string_view name, const base::Word& label, const std::vector<web::Choice>& choices, std::string_view chosen) {
            if (choices.size() > 1) web::select(html, {.name = name, .label = label, .value = chosen, .choices = choices});
        };
        std::vector<web::Choice> sets;
        for (const std::string& name : selection.sets) sets.push_back({name, name});
        field("gegevens", word::which_data, sets, selection.set.name);
        field("sector", word::sector, sectors_of(offered.choices, html.language()), asked.sector);
        field("niveau", word::level, levels_of(offered.choices, html.language()), asked.level);
        choose_programme(html, offered.choices, asked.programme);
        field("jaar", word::year_began, years_of(offered.choices, html.language(), word::all_years), asked.began);
        std::vector<web::Choice> beside = years_of(offered.choices, html.language(), word::no_year);
        beside.insert(beside.begin() + 1, {"school", std::string{word::whole_school.in(html.language())}});
        field("naast", word::year_beside, beside, asked.beside);
        web::secondary_button(html, word::show_it, "zoek");
    });
}

void say_what_is_shown(Html& html, const Selection& selection, const Offered& offered) {
    const base::Language language = html.language();
    const std::string group = group_in_words(selection.table, language);
    const auto year = [&](const std::string& began) { return school_year(static_cast<std::int32_t>(base::whole_number(began).value_or(0))); };
    switch (selection.nearest) {
        case Nearest::as_asked: break;
        case Nearest::larger_group: web::notice(html, base::say(word::shows_wider, language, {{"group", group}})); break;
        case Nearest::all_years: {
            web::notice(html, base::say(word::shows_all_years, language, {{"year", year(selection.asked.began)}, {"group", group}}));
            html.p({web::cls("ways")}, [&] {
                if (const auto& one = offered.year_of_sector) link_to_table(html, selection, *one, base::say(word::year_of_group, language, {{"year", school_year(one->began)}, {"group", name_in_words(one->sector, language)}}));
                if (const auto& one = offered.year_of_school) link_to_table(html, selection, *one, base::say(word::year_of_school, language, {{"year", school_year(one->began)}}));
            });
            break;
        }
        case Nearest::other_programme: {
            const Table other{.family = selection.asked.level.empty() ? Family::sector : Family::sector_level, .sector = selection.asked.sector, .level = selection.asked.level};
            const std::string called = group_in_words(other, language);
            web::notice(html, base::say(word::shows_programme, language, {{"group", called}, {"programme", group}}));
            html.p({web::cls("ways")}, [&] { link_to_table(html, selection, other, base::say(word::look_at_group, language, {{"group", called}})); });
        }
    }
    if (selection.beside_is_wider) web::notice(html, base::say(word::shows_school_beside, language, {{"year", year(selection.asked.beside)}}));
}

}  // namespace loopbaankaart::flow

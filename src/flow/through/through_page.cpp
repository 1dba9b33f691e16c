// GET /stroom/doorstroom: how students went on from year to year; the picture first, then every figure with how sure it is.
#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <set>

#include "../pages.hpp"
#include "../certainty/certainty.hpp"
#include "../printed/bar.hpp"
#include "selection.hpp"
#include "steps.hpp"
#include "take_along.hpp"
#include "through_subject.hpp"
#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// ---- what to look at

// A sector of one level tells its level as well.
std::vector<web::Choice> levels_of(const Selection& selection, base::Language language) {
    std::vector<web::Choice> choices{{"", std::string{word::all_levels.in(language)}}};
    for (const auto& [number, table] : selection.tables)
        if ((table.family == Family::sector || table.family == Family::sector_level) && !table.level.empty() && table.level != others &&
            std::none_of(choices.begin(), choices.end(), [&, &level = table.level](const web::Choice& one) { return one.value == level; }))
            choices.push_back({table.level, table.level});
    return choices;
}

std::vector<web::Choice> choices_of(const Selection& selection, Family family, base::Language language, const base::Word& all) {
    std::vector<web::Choice> choices{{"", std::string{all.in(language)}}};
    for (const auto& [number, table] : selection.tables) {
        if (table.family != family) continue;
        if (family == Family::year) choices.push_back({std::to_string(table.began), school_year(table.began)});
        else choices.push_back({family == Family::sector ? table.sector : table.programme, name_in_words(family == Family::sector ? table.sector : table.programme, language)});
    }
    return choices;
}

void filter(Html& html, const Selection& selection, const TableAsked& asked, const std::vector<std::string>& sets) {
    html.form({web::cls("figures-filter"), web::attr("method", "get"), web::action(web::path("/stroom/doorstroom"))}, [&] {
        if (sets.size() > 1) {
            std::vector<web::Choice> choices;
            for (const std::string& name : sets) choices.push_back({name, name});
            web::select(html, {.name = "gegevens", .label = word::which_data, .value = selection.set.name, .choices = choices});
        }
        const auto field = [&](std::string_view name, const base::Word& label, Family family, const base::Word& all, std::string_view chosen) {
            const std::vector<web::Choice> choices = choices_of(selection, family, html.language(), all);
            if (choices.size() > 1) web::select(html, {.name = name, .label = label, .value = chosen, .choices = choices});
        };
        field("sector", word::sector, Family::sector, word::all_sectors, asked.sector);
        const std::vector<web::Choice> levels = levels_of(selection, html.language());
        if (levels.size() > 1) web::select(html, {.name = "niveau", .label = word::level, .value = asked.level, .choices = levels});
        field("opleiding", word::programme, Family::programme, word::all_programmes, asked.programme);
        field("jaar", word::year_began, Family::year, word::all_years, asked.began);
        std::vector<web::Choice> beside = choices_of(selection, Family::year, html.language(), word::no_year);
        beside.insert(beside.begin() + 1, {"school", std::string{word::whole_school.in(html.language())}});
        web::select(html, {.name = "naast", .label = word::year_beside, .value = asked.beside, .choices = beside});
        web::secondary_button(html, word::show_it, "zoek");
    });
}

// What was asked is not told: what is, and the year it was asked of.
void not_told(Html& html, const Selection& selection) {
    const bool all_years = selection.table.began == 0 && !selection.asked.began.empty();
    web::notice(html, base::say(all_years ? word::shows_all_years : word::shows_wider, html.language(), {{"group", group_in_words(selection.table, html.language())}}));
    const auto year = std::find_if(selection.tables.begin(), selection.tables.end(), [&](const KeptTable& one) { return one.table.family == Family::year && std::to_string(one.table.began) == selection.asked.began; });
    if (!all_years || year == selection.tables.end()) return;
    html.p({}, [&] {
        html.a({web::href(address_of("/stroom/doorstroom", asks_for(year->table, selection)))}, base::say(word::year_of_school, html.language(), {{"year", school_year(year->table.began)}}));
    });
}

// ---- the picture

// A table and how its address asks it.
struct Pictured {
    const Table& table;
    TableAsked asked;
};

web::Url picture_at(const Pictured& pictured, std::string_view width, std::string_view light) { return address_of("/stroom/doorstroom/beeld", pictured.asked).with("vorm", width).with("licht", light); }

void picture(Html& html, const Pictured& pictured, bool beside) {
    const auto source = [&](std::string_view media, std::string_view width, std::string_view light) { html.empty_element("source", {web::attr("media", media), web::srcset(picture_at(pictured, width, light))}); };
    const std::string group = group_in_words(pictured.table, html.language());
    const std::string alt = base::say(word::picture_of, html.language(), {{"group", group}});
    const std::string_view light = html.light() == web::Light::night ? "nacht" : "dag";
    const bool asks = html.light() == web::Light::device;
    html.figure({web::cls("flow-picture")}, [&] {
        html.element("picture", {}, [&] {
            if (asks) source(beside ? "(min-width: 48em) and (max-width: 63.9em) and (prefers-color-scheme: dark)" : "(min-width: 48em) and (prefers-color-scheme: dark)", "breed", "nacht");
            source(beside ? "(min-width: 48em) and (max-width: 63.9em)" : "(min-width: 48em)", "breed", light);
            if (asks) source("(prefers-color-scheme: dark)", "smal", "nacht");
            html.img({web::src(picture_at(pictured, "smal", light)), web::attr("alt", alt)});
        });
        html.figcaption({}, [&] {
            html.strong({}, group);
            const std::vector<Step> steps = steps_of(pictured.table);
            std::uint64_t students = 0;
            if (!steps.empty())
                for (const auto& [state, many] : steps.front().there) students += many;
            if (students > 0) html.text(" · " + base::say(word::students_followed, html.language(), {{"count", std::to_string(students)}}));
        });
    });
}

// ---- the table

struct Line {
    State from, to;
    bool operator<(const Line& other) const { return std::pair{from, to} < std::pair{other.from, other.to}; }
};

// One of the tables: its year, its group and how an address asks it.
struct Column {
    const Step* step;
    std::string group;
    TableAsked asked;
    std::size_t year;
};

void figure_cells(Html& html, const Selection& selection, const Column& column, const Line& line) {
    const Step* step = column.step;
    const auto all = step == nullptr ? std::map<State, std::uint32_t>::const_iterator{} : step->there.find(line.from);
    const bool told = step != nullptr && all != step->there.end() && all->second > 0;
    std::optional<std::uint32_t> some;
    if (step != nullptr && line.to == everyone) some = step->untold(line.from);
    if (step != nullptr)
        for (const Way& way : step->ways)
            if (way.from == line.from && way.to == line.to) some = way.students;
    html.td({web::attr("data-column", column.group)}, [&] {
        if (!some) return html.span({web::cls("small")}, word::not_to_tell);
        if (!told) return html.text(std::to_string(*some));
        html.text(base::say(word::some_of, html.language(), {{"some", std::to_string(*some)}, {"all", std::to_string(all->second)}}));
    });
    html.td({web::cls("share")}, [&] {
        if (!some || !told) return;
        const Estimate share = wilson(static_cast<double>(*some) / all->second, all->second);
        const std::string shown = percent(100 * share.value, html.language());
        if (line.to == everyone) html.span({web::cls("value")}, shown);
        else {
            const WayAsked way{column.year, selection.set.states[line.from], selection.set.states[line.to]};
            talk_about(html, address_of_way(column.asked, way), shown, column.group + ", " + way_in_words(way, html.language()));
        }
        html.span({web::cls("small")}, base::say(word::share_between, html.language(), {{"low", fmt::format("{:.0f}", 100 * share.low)}, {"high", fmt::format("{:.0f}", 100 * share.high)}}));
        bar(html, line.to == everyone ? web::Literal{"bar untold"} : web::Literal{"bar study"}, {share.value, share.low, share.high});
    });
}

std::vector<Line> lines_of(std::initializer_list<const Step*> steps) {
    std::set<Line> ways;
    for (const Step* step : steps) {
        if (step == nullptr) continue;
        for (const Way& way : step->ways) ways.insert({way.from, way.to});
        for (const auto& [state, many] : step->there)
            if (step->untold(state).value_or(0) > 0) ways.insert({state, everyone});
    }
    return {ways.begin(), ways.end()};
}

void step_rows(Html& html, const Selection& selection, const std::vector<Column>& columns) {
    std::optional<State> before;
    for (const Line& line : lines_of({columns.front().step, columns.back().step})) {
        html.tr({web::cls("begins"), web::attr("data-from", "", before != line.from)}, [&] {
            html.th({web::attr("scope", "row")}, [&] {
                html.text(state_in_words(selection.set.states[line.from], html.language()) + " → ");
                if (line.to == everyone) html.span({web::cls("small")}, word::too_small_together);
                else html.text(state_in_words(selection.set.states[line.to], html.language()));
            });
            for (const Column& column : columns) figure_cells(html, selection, column, line);
        });
        before = line.from;
    }
}

void tables(Html& html, const Selection& selection) {
    const std::vector<Step> own = steps_of(selection.table), other = selection.beside ? steps_of(*selection.beside) : std::vector<Step>{};
    std::vector<std::string> groups{group_in_words(selection.table, html.language())};
    if (selection.beside) groups.push_back(group_in_words(*selection.beside, html.language()));
    for (std::size_t year = 0; year < std::max(own.size(), other.size()); ++year) {
        const std::string title = base::say(year == 0 ? word::first_step : word::later_step, html.language(), {{"count", std::to_string(year)}, {"next", std::to_string(year + 1)}});
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", title)}, [&] {
            html.table({web::cls("bars figures")}, [&] {
                html.caption({}, title);
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        html.th({web::attr("scope", "col")}, word::from_to);
                        for (const std::string& group : groups) {
                            html.th({web::attr("scope", "col")}, groups.size() > 1 ? group : std::string{word::how_many_students.in(html.language())});
                            html.th({web::attr("scope", "col")}, word::share);
                        }
                    });
                });
                std::vector<Column> columns{{year < own.size() ? &own[year] : nullptr, groups[0], asks_for(selection.table, selection), year}};
                if (selection.beside) columns.push_back({year < other.size() ? &other[year] : nullptr, groups[1], asks_for(*selection.beside, selection), year});
                html.tbody({}, [&] { step_rows(html, selection, columns); });
            });
        });
    }
}

void how_to_read(Html& html, const Selection& selection) {
    html.details({}, [&] {
        html.summary({}, word::how_to_read);
        html.ul({}, [&] {
            for (const base::Word* one : {&word::read_band, &word::read_began, &word::read_pooled, &word::read_sure, &word::read_cause}) html.li({}, *one);
            if (selection.set.least > 0) html.li({}, base::say(word::read_small, html.language(), {{"least", std::to_string(selection.set.least)}}));
            if (selection.set.least > 0)
                for (const base::Word* one : {&word::read_rare, &word::read_programme_year}) html.li({}, *one);
        });
    });
}

}  // namespace

web::Answer show_through_flow(const access::Visit& visit) {
    const TableAsked asked = asked_in(visit.request.query);
    std::optional<Selection> selection;
    std::vector<std::string> sets;
    visit.school().read([&](storage::Reads& reads) {
        for (const KeptSet& set : kept_sets(reads)) sets.push_back(set.name);
        selection = select(reads, asked);
    });
    if (!selection && !sets.empty()) return visit.absent();
    return visit.work_page(std::string{word::through_flow.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::through_flow);
        html.p({web::cls("lead")}, word::through_flow_plainly);
        if (!selection) return web::empty_place(html, "vallei", word::no_data_yet, [&] { html.p({web::cls("small")}, word::no_data_how); });
        if (selection->is_wider) not_told(html, *selection);
        html.div({selection->beside ? web::cls("flow-pictures two") : web::cls("flow-pictures")}, [&] {
            picture(html, {selection->table, asks_for(selection->table, *selection)}, selection->beside.has_value());
            if (selection->beside) picture(html, {*selection->beside, asks_for(*selection->beside, *selection)}, true);
        });
        filter(html, *selection, asked, sets);
        how_to_read(html, *selection);
        how_to_talk(html);
        tables(html, *selection);
        html.p({web::cls("ways")}, [&] {
            const TableAsked asks = asks_for(selection->table, *selection);
            html.a({web::href(address_of("/stroom/doorstroom/csv", asks))}, word::take_csv);
            html.a({web::href(address_of("/stroom/doorstroom/beeld", asks).with("bewaar", "ja"))}, word::take_svg);
            html.a({web::href(address_of("/stroom/doorstroom/beeld", asks).with("als", "png"))}, word::take_png);
        });
        web::Url view = address_of("/stroom/doorstroom", selection->asked);
        link_to_view(html, visit, selection->asked.beside.empty() ? view : std::move(view).with("naast", selection->asked.beside));
        html.p({web::cls("small")}, base::say(word::data_of, html.language(), {{"name", selection->set.name}, {"year", school_year(selection->set.seen_until)},
                                                                               {"day", base::day_in_words(selection->set.imported_at, html.language(), visit.site.time_zone)}}));
    });
}

}  // namespace loopbaankaart::flow

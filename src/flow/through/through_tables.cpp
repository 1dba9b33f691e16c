#include "through_tables.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <set>

#include "../certainty/certainty.hpp"
#include "../printed/bar.hpp"
#include "steps.hpp"
#include "through_subject.hpp"
#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// `to` everyone: those of whom the table does not tell where they went.
struct Line {
    State from, to;
    bool operator<(const Line& other) const { return std::pair{from, to} < std::pair{other.from, other.to}; }
};

// One of the groups in a table: its figures, how it is called, what stands above them, and how an address asks it.
struct Column {
    const Step* step;
    std::string group, head;
    TableAsked asked;
    std::size_t year;

    std::optional<std::uint32_t> all(State from) const {
        if (step == nullptr) return std::nullopt;
        const auto found = step->there.find(from);
        return found == step->there.end() || found->second == 0 ? std::nullopt : std::optional{found->second};
    }
    // Whether it tells where any of them went.
    bool tells(State from) const {
        return step != nullptr && std::any_of(step->ways.begin(), step->ways.end(), [&](const Way& way) { return way.from == from; });
    }
    std::optional<std::uint32_t> students(const Line& line) const {
        if (step == nullptr) return std::nullopt;
        if (line.to == everyone) return tells(line.from) ? step->untold(line.from) : std::nullopt;
        const auto found = std::find_if(step->ways.begin(), step->ways.end(), [&](const Way& way) { return way.from == line.from && way.to == line.to; });
        return found == step->ways.end() ? std::nullopt : std::optional{found->students};
    }
};

void share_in(Html& html, const Selection& selection, const Column& column, const Line& line, std::uint32_t some, std::uint32_t all) {
    const Estimate share = wilson(static_cast<double>(some) / all, all);
    const std::string shown = percent(100 * share.value, html.language());
    if (line.to == everyone) html.span({web::cls("value")}, shown);
    else {
        const WayAsked way{column.year, selection.set.states[line.from], selection.set.states[line.to]};
        talk_about(html, address_of_way(column.asked, way), shown, column.group + ", " + way_in_words(way, html.language()));
    }
    html.span({web::cls("small")}, base::say(word::share_between, html.language(), {{"low", fmt::format("{:.0f}", 100 * share.low)}, {"high", fmt::format("{:.0f}", 100 * share.high)}}));
    bar(html, line.to == everyone ? web::Literal{"bar untold"} : web::Literal{"bar study"}, {share.value, share.low, share.high});
}

void figure_cells(Html& html, const Selection& selection, const Column& column, const Line& line, bool is_told) {
    const auto some = column.students(line), all = column.all(line.from);
    html.td({web::attr("data-column", column.head)}, [&] {
        if (some && all) html.text(base::say(word::some_of, html.language(), {{"some", in_thousands(*some, html.language())}, {"all", in_thousands(*all, html.language())}}));
        else if (some) html.text(in_thousands(*some, html.language()));
        else if (!is_told && all) html.text(in_thousands(*all, html.language()));
        else html.span({web::cls("small")}, word::not_to_tell);
    });
    html.td({web::cls("share")}, [&] {
        if (some && all) share_in(html, selection, column, line, *some, *all);
    });
}

bool any_tells(const std::vector<Column>& columns, State from) {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.tells(from); });
}

// Where none of them tells where somebody went, that is said of who studied; who was gone or had reached a goal was there to stay, but for a few.
std::vector<Line> lines_of(const Selection& selection, const std::vector<Column>& columns) {
    std::set<Line> lines;
    for (const Column& column : columns) {
        if (column.step == nullptr) continue;
        for (const Way& way : column.step->ways) lines.insert({way.from, way.to});
        for (const auto& [state, many] : column.step->there)
            if (column.step->untold(state).value_or(0) > 0 && (place_of(selection.set.states[state]) == Place::study || any_tells(columns, state))) lines.insert({state, everyone});
    }
    return {lines.begin(), lines.end()};
}

void step_rows(Html& html, const Selection& selection, const std::vector<Column>& columns, const std::vector<Line>& lines) {
    std::optional<State> before;
    for (const Line& line : lines) {
        const bool is_told = any_tells(columns, line.from);
        html.tr({web::cls("begins"), web::attr("data-from", "", before != line.from)}, [&] {
            html.th({web::attr("scope", "row")}, [&] {
                html.text(state_in_words(selection.set.states[line.from], html.language()) + " → ");
                if (line.to == everyone) html.span({web::cls("small")}, is_told ? word::too_small_together : word::way_not_told);
                else html.text(state_in_words(selection.set.states[line.to], html.language()));
            });
            for (const Column& column : columns) figure_cells(html, selection, column, line, is_told);
        });
        before = line.from;
    }
}

}  // namespace

void through_tables(Html& html, const Selection& selection) {
    const base::Language language = html.language();
    std::vector<const Table*> tables{&selection.table};
    if (selection.beside) tables.push_back(&*selection.beside);
    std::vector<std::vector<Step>> steps;
    std::size_t years = 0;
    for (const Table* table : tables) steps.push_back(steps_of(*table)), years = std::max(years, steps.back().size());
    for (std::size_t year = 0; year < years; ++year) {
        std::vector<Column> columns;
        for (std::size_t at = 0; at < tables.size(); ++at) {
            const std::string head = tables.size() == 1 ? std::string{word::how_many_students.in(language)} : apart_in_words(*tables[at], *tables[1 - at], language);
            columns.push_back({year < steps[at].size() ? &steps[at][year] : nullptr, group_in_words(*tables[at], language), head, asks_for(*tables[at], selection), year});
        }
        const std::vector<Line> lines = lines_of(selection, columns);
        if (lines.empty()) continue;
        const std::string title = base::say(year == 0 ? word::first_step : word::later_step, language, {{"count", std::to_string(year)}, {"next", std::to_string(year + 1)}});
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", title)}, [&] {
            html.table({web::cls("bars figures through")}, [&] {
                html.caption({}, title);
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        html.th({web::attr("scope", "col")}, word::from_to);
                        for (const Column& column : columns) {
                            if (columns.size() > 1) html.th({web::attr("scope", "colgroup"), web::attr("colspan", "2")}, column.head);
                            else html.th({web::attr("scope", "col")}, column.head), html.th({web::attr("scope", "col")}, word::share);
                        }
                    });
                });
                html.tbody({}, [&] { step_rows(html, selection, columns, lines); });
            });
        });
    }
}

}  // namespace loopbaankaart::flow

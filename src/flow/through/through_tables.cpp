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

void figure_cells(Html& html, const Selection& selection, const Column& column, const Line& line, bool any_tells) {
    const auto some = column.students(line), all = column.all(line.from);
    html.td({web::attr("data-column", column.head)}, [&] {
        if (some && all) html.text(base::say(word::some_of, html.language(), {{"some", std::to_string(*some)}, {"all", std::to_string(*all)}}));
        else if (some) html.text(std::to_string(*some));
        else if (!any_tells && all) html.text(std::to_string(*all));
        else html.span({web::cls("small")}, word::not_to_tell);
    });
    html.td({web::cls("share")}, [&] {
        if (some && all) share_in(html, selection, column, line, *some, *all);
    });
}

std::vector<Line> lines_of(const std::vector<Column>& columns) {
    std::set<Line> lines;
    for (const Column& column : columns) {
        if (column.step == nullptr) continue;
        for (const Way& way : column.step->ways) lines.insert({way.from, way.to});
        for (const auto& [state, many] : column.step->there)
            if (column.step->untold(state).value_or(0) > 0) lines.insert({state, everyone});
    }
    return {lines.begin(), lines.end()};
}

void step_rows(Html& html, const Selection& selection, const std::vector<Column>& columns) {
    std::optional<State> before;
    for (const Line& line : lines_of(columns)) {
        const bool any_tells = std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.tells(line.from); });
        html.tr({web::cls("begins"), web::attr("data-from", "", before != line.from)}, [&] {
            html.th({web::attr("scope", "row")}, [&] {
                html.text(state_in_words(selection.set.states[line.from], html.language()) + " → ");
                if (line.to == everyone) html.span({web::cls("small")}, any_tells ? word::too_small_together : word::way_not_told);
                else html.text(state_in_words(selection.set.states[line.to], html.language()));
            });
            for (const Column& column : columns) figure_cells(html, selection, column, line, any_tells);
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
        const std::string title = base::say(year == 0 ? word::first_step : word::later_step, language, {{"count", std::to_string(year)}, {"next", std::to_string(year + 1)}});
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", title)}, [&] {
            html.table({web::cls("bars figures")}, [&] {
                html.caption({}, title);
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        html.th({web::attr("scope", "col")}, word::from_to);
                        for (const Column& column : columns) {
                            html.th({web::attr("scope", "col")}, column.head);
                            html.th({web::attr("scope", "col")}, word::share);
                        }
                    });
                });
                html.tbody({}, [&] { step_rows(html, selection, columns); });
            });
        });
    }
}

}  // namespace loopbaankaart::flow

// A figure of a conversation, then and now: as rows with bars, and in a line.
#include <fmt/format.h>
#include <flow/words.hpp>

#include <algorithm>
#include <array>

#include "../ahead/ahead_html.hpp"
#include "../ahead/fan.hpp"
#include "../printed/bar.hpp"
#include "../through/steps.hpp"
#include "ahead_words.hpp"
#include "costs_words.hpp"
#include "story_shown.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct ToldRow {
    const base::Word& when;
    std::string of;            // which students, where that differs
    const ToldFigure& told;
    bool came = false;         // what a year came to, not what was expected of it
};

std::string when_in_words(const ToldRow& row, base::Language language) {
    if (row.told.seen_until == 0 || !row.of.empty() || row.came) return std::string{row.when.in(language)};
    const base::Word& said = row.told.kind == ToldKind::hours ? word::talk_came_in : word::talk_until;
    return base::say(said, language, {{"when", row.when.in(language)}, {"year", school_year(row.told.seen_until)}});
}

// What the longest bar stands for.
double most_of(const ToldFigure& told) {
    if (told.kind == ToldKind::share) return 1;
    if (told.kind == ToldKind::hours) return told.hours.high;
    return std::max({told.forecast ? double(told.forecast->high) : 0, told.came ? double(near(*told.came).until) : 0, double{ten}});
}

struct Said {
    std::string value, sure;
    Bar bar{0};
};
Said said_of(const ToldRow& row, double most, base::Language language) {
    const ToldFigure& told = row.told;
    if (row.came) {
        const auto [from, until] = near(*told.came);
        return {ahead::about(*told.came, language), {}, {*told.came / most, from / most, until / most}};
    }
    if (told.kind == ToldKind::forecast) {
        const ToldForecast& one = *told.forecast;
        Outlook limits{};
        limits.low80 = one.low, limits.high80 = one.high;
        return {ahead::between(limits, language), std::string{word::ahead_eight.in(language)}, {one.median / most, one.low / most, one.high / most}};
    }
    if (told.kind == ToldKind::hours)
        return {base::say(word::cost_hours_count, language, {{"hours", in_thousands(told.hours.value, language)}}), in_thousands(told.hours.low, language) + "–" + in_thousands(told.hours.high, language),
                {told.hours.value / most, told.hours.low / most, told.hours.high / most}};
    Said said{percent(100 * told.share, language), {}, {told.share}};
    if (told.has_numbers()) {
        const Estimate sure = told.estimate();
        said.bar.low = sure.low, said.bar.high = sure.high;
        said.sure = base::say(word::share_between, language, {{"low", fmt::format("{:.0f}", 100 * sure.low)}, {"high", fmt::format("{:.0f}", 100 * sure.high)}});
    }
    return said;
}

web::Literal bar_kind(const ToldRow& row) { return row.came ? web::Literal{"bar work"} : web::Literal{"bar study"}; }

void students_cell(Html& html, const ToldFigure& told) {
    const base::Language language = html.language();
    html.td({web::attr("data-column", (told.kind == ToldKind::hours ? word::cost_students : word::how_many_students).in(language))}, [&] {
        if (told.kind == ToldKind::hours) html.text(in_thousands(told.of, language));
        else if (told.has_numbers()) html.text(base::say(word::some_of, language, {{"some", std::to_string(told.some)}, {"all", std::to_string(told.of)}}));
        else html.span({web::cls("small")}, word::not_printed);
    });
}

void told_row(Html& html, const ToldRow& row, double most) {
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, [&] {
            html.text(when_in_words(row, html.language()));
            if (row.of.empty()) return;
            html.br();
            html.span({web::cls("small")}, row.of);
        });
        if (row.told.kind != ToldKind::forecast) students_cell(html, row.told);
        html.td({web::cls(row.told.kind == ToldKind::share ? web::Literal{"share"} : web::Literal{"share long"})}, [&] {
            const Said said = said_of(row, most, html.language());
            html.span({web::cls("value")}, said.value);
            html.span({web::cls("small")}, [&] {
                html.text(said.sure);
                if (row.told.kind != ToldKind::forecast || row.came) return;
                html.text(" ");
                gate_mark(html, row.told.forecast->colour);
                html.span({web::cls("spoken")}, ahead::word_of(row.told.forecast->colour));
            });
            bar(html, bar_kind(row), said.bar);
        });
    });
}

// ---- what stands beside each other

std::vector<ToldRow> rows_of(const StoryShown& shown) {
    std::vector<ToldRow> rows;
    const bool newer = shown.has_newer_data();
    const ToldFigure& then = shown.story.subject.told;
    if (then.kind == ToldKind::forecast) {
        const ToldFigure& now = shown.same->told;
        if (shown.then_told && then.forecast) rows.push_back({newer ? word::talk_expected_then : word::talk_expected, {}, then});
        if (now.forecast && !now.came && (!shown.then_told || (newer && now.forecast != then.forecast))) rows.push_back({word::talk_expected_now, {}, now});
        if (now.came) rows.push_back({word::ahead_came_true, {}, now, true});
        return rows;
    }
    const bool cohorts = shown.newer && shown.newer->title != shown.same->title;
    if (shown.then_told) rows.push_back({newer ? word::talk_then : word::talk_at_beginning, cohorts ? shown.same->title : std::string{}, then});
    else if (!newer || !shown.newer) rows.push_back({word::talk_now, {}, shown.same->told});
    if (shown.newer) rows.push_back({word::talk_now, cohorts ? shown.newer->title : std::string{}, shown.newer->told});
    return rows;
}

std::vector<const base::Word*> columns_of(ToldKind kind) {
    if (kind == ToldKind::forecast) return {&word::talk_when, &word::how_many_students};
    if (kind == ToldKind::hours) return {&word::talk_when, &word::cost_students, &word::cost_hours_each};
    return {&word::talk_when, &word::how_many_students, &word::share};
}

// Where what came lies, of what was expected: within, outside, or partly in both, as it is known nearly.
const base::Word& where_it_lies(const ToldForecast& expected, std::uint32_t came) {
    const auto [from, until] = near(came);
    if (until < expected.low || from > expected.high) return word::talk_came_outside;
    return from >= expected.low && until <= expected.high ? word::talk_came_inside : word::talk_came_at_edge;
}

// What the rows together do not say.
void in_words(Html& html, const StoryShown& shown) {
    const ToldFigure& then = shown.story.subject.told;
    if (!shown.then_told) return;
    if (then.kind == ToldKind::forecast) {
        if (!shown.same->told.came || !then.forecast) return;
        return html.ul({}, [&] {
            html.li({}, where_it_lies(*then.forecast, *shown.same->told.came));
            html.li({}, word::talk_no_cause);
        });
    }
    if (!shown.newer || !shown.newer->told.has_numbers()) return;
    const Estimate before = then.estimate(), now = shown.newer->told.estimate();
    const bool overlap = before.low <= now.high && now.low <= before.high;
    html.ul({}, [&] {
        html.li({}, overlap ? word::talk_may_be_chance : word::talk_differs);
        if (shown.newer->grows) html.li({}, word::talk_grows);
        html.li({}, word::talk_no_cause);
    });
}

}  // namespace

void figure_of(Html& html, const StoryShown& shown) {
    if (!shown.same) return html.p({web::cls("notice")}, word::talk_not_shown);
    const std::vector<ToldRow> rows = rows_of(shown);
    double most = 0;
    for (const ToldRow& row : rows) most = std::max(most, most_of(row.told));
    html.div({web::cls("table")}, [&] {
        html.table({web::cls("bars figures")}, [&] {
            html.thead({}, [&] {
                html.tr({}, [&] {
                    for (const base::Word* column : columns_of(shown.same->told.kind)) html.th({web::attr("scope", "col")}, *column);
                });
            });
            html.tbody({}, [&] { for (const ToldRow& row : rows) told_row(html, row, most); });
        });
    });
    const bool forecast = shown.same->told.kind == ToldKind::forecast;
    if (!shown.then_told) html.p({}, forecast ? word::talk_forecast_not_told : word::talk_then_not_told);
    if (!forecast && shown.has_newer_data() && !shown.newer) html.p({}, word::talk_now_not_told);
    in_words(html, shown);
}

void figure_in_short(Html& html, const StoryShown& shown) {
    if (!shown.same || !shown.then_told) return;
    const std::vector<ToldRow> rows = rows_of(shown);
    if (rows.empty()) return;
    const auto short_of = [&](const ToldRow& row) { return said_of(row, 1, html.language()); };
    if (rows.front().told.kind == ToldKind::share) bar(html, bar_kind(rows.front()), {short_of(rows.front()).bar.share});
    html.p({web::cls("small")}, [&] {
        for (std::size_t at = 0; at < rows.size(); ++at) html.text((at == 0 ? "" : " → ") + short_of(rows[at]).value);
    });
}

}  // namespace loopbaankaart::flow

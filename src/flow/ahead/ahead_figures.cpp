// The tables of the page: the coming years, what was, how good such forecasts were, and what came of them.
#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>

#include "../through/steps.hpp"
#include "ahead_html.hpp"
#include "ahead_subject.hpp"
#include "ahead_words.hpp"
#include "fan.hpp"
#include "report_words.hpp"

namespace loopbaankaart::flow::ahead {

using web::Html;

namespace {

// A table of columns that stand beside each other where there is room, and below each other on a telephone.
void table(Html& html, std::string_view title, const std::vector<std::string>& columns, const std::function<void()>& rows) {
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", title)}, [&] {
        html.table({web::cls("bars figures")}, [&] {
            html.caption({web::cls("spoken")}, title);
            html.thead({}, [&] { html.tr({}, [&] { for (const std::string& column : columns) html.th({web::attr("scope", "col")}, column); }); });
            html.tbody({}, rows);
        });
    });
}
// One of its cells can be talked about.
struct TalkedAbout {
    std::size_t cell;
    web::Url address;
    std::string about;
};
void row(Html& html, const std::vector<std::string>& columns, const std::vector<std::string>& cells, const std::optional<TalkedAbout>& talked = {}) {
    html.tr({web::cls("begins")}, [&] {
        html.th({web::attr("scope", "row")}, cells.front());
        for (std::size_t at = 1; at < cells.size(); ++at)
            html.td({web::attr("data-column", columns[at])}, [&] {
                if (talked && talked->cell == at) talk_about(html, talked->address, cells[at], talked->about);
                else html.text(cells[at]);
            });
    });
}
// The forecast of a year, in that cell; nothing where it says no more than that there are few.
std::optional<TalkedAbout> talked_about(const Outlooked& seen, State state, std::int32_t year, const Outlook& forecast, std::size_t cell, base::Language language) {
    if (forecast.high80 < ten) return std::nullopt;
    return TalkedAbout{cell, address_of_forecast(seen, state, year), group_of(seen.shown(), language) + ", " + forecast_in_words(seen, state, year, language)};
}
std::vector<std::string> in_words(base::Language language, std::initializer_list<const base::Word*> words) {
    std::vector<std::string> said;
    for (const base::Word* one : words) said.emplace_back(one->in(language));
    return said;
}

std::string with_comma(std::string number, base::Language language) {
    if (language == base::Language::nl) std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

}  // namespace

void figures(Html& html, const Outlooked& seen, State state, const base::Word& title) {
    const base::Language language = html.language();
    std::vector<std::string> columns = in_words(language, {&word::ahead_school_year, &word::ahead_middle, &word::ahead_eight, &word::ahead_nineteen, &word::ahead_simple});
    const bool changes = !seen.what_if.nothing();
    if (changes)
        for (const std::string& more : in_words(language, {&word::ahead_changed, &word::ahead_changed_eight})) columns.push_back(more);
    html.h2({}, title);
    table(html, title.in(language), columns, [&] {
        for (const YearAhead& year : years_ahead(seen, state)) {
            std::vector<std::string> cells{school_year(year.line->year), limit(year.shown.median, language), between(year.shown, language), between_95(year.shown, language), between(year.line->own_rate, language)};
            if (changes) cells.push_back(limit(year.changed->median, language)), cells.push_back(between(*year.changed, language));
            row(html, columns, cells, talked_about(seen, state, year.line->year, year.shown, 2, language));
        }
    });
}

void what_was(Html& html, const Outlooked& seen) {
    const base::Language language = html.language();
    const std::vector<std::string> columns = in_words(language, {&word::ahead_school_year, &word::students});
    html.details({}, [&] {
        html.summary({}, word::ahead_was);
        table(html, word::ahead_was.in(language), columns, [&] {
            for (const auto& [of, students] : seen.outlooks->counts)
                if (const auto& [subject, what, a, b] = of; subject == seen.subject && what == CountOf::past && a == seen.state) row(html, columns, {school_year(b), about(students, language)});
        });
    });
}

void gate(Html& html, const std::vector<YearAhead>& years) {
    const base::Language language = html.language();
    html.h2({}, word::ahead_trust);
    const std::vector<std::string> columns = in_words(language, {&word::ahead_years_before, &word::colour, &word::ahead_tested, &word::ahead_held, &word::ahead_closer});
    table(html, word::ahead_trust.in(language), columns, [&] {
        for (const YearAhead& year : years) {
            if (year.judgement == nullptr) continue;
            const Judgement& one = *year.judgement;
            html.tr({web::cls("begins")}, [&] {
                html.th({web::attr("scope", "row")}, std::to_string(year.line->ahead));
                html.td({web::attr("data-column", columns[1])}, [&] {
                    html.span({}, [&] {
                        gate_mark(html, one.colour);
                        html.text(" " + std::string{word_of(one.colour).in(language)});
                    });
                });
                html.td({web::attr("data-column", columns[2])}, base::say(word::ahead_tested_on, language, {{"forecasts", std::to_string(one.forecasts)}, {"cohorts", std::to_string(one.cohorts)}}));
                html.td({web::attr("data-column", columns[3])}, one.forecasts == 0 ? std::string{word::ahead_not_known.in(language)} : base::say(word::ahead_held_of, language, {{"tenths", with_comma(fmt::format("{:.1f}", 10 * one.shown80), language)}}));
                html.td({web::attr("data-column", columns[4])}, one.colour == Colour::grey ? std::string{word::ahead_not_known.in(language)} : fmt::format("{:.0f}% ({:.0f}–{:.0f}%)", 100 * one.skill.value, 100 * one.skill.low, 100 * one.skill.high));
            });
        }
    });
    html.ul({}, [&] {
        const auto any = [&](const auto& says) { return std::any_of(years.begin(), years.end(), [&](const YearAhead& year) { return year.judgement != nullptr && says(*year.judgement); }); };
        constexpr std::array<std::pair<Colour, const base::Word*>, 4> means{{{Colour::green, &word::means_green}, {Colour::amber, &word::means_amber}, {Colour::red, &word::means_red}, {Colour::grey, &word::means_grey}}};
        for (const auto& [colour, said] : means)
            if (any([&, wanted = colour](const Judgement& one) { return one.colour == wanted; })) html.li({}, *said);
        const auto doubt = [&](bool Doubts::*which, const base::Word& said) {
            if (any([&](const Judgement& one) { return one.colour != Colour::grey && one.doubts.*which; })) html.li({}, said);
        };
        doubt(&Doubts::drift, word::wrong_drift), doubt(&Doubts::coverage, word::wrong_coverage), doubt(&Doubts::skill, word::wrong_skill), doubt(&Doubts::school_skill, word::wrong_school);
        html.li({}, word::ahead_simple_means);
        if (!years.empty() && years.front().line->borrowed) html.li({}, word::ahead_borrowed);
    });
}

void what_came(Html& html, const Outlooked& seen) {
    const base::Language language = html.language();
    const auto lines = seen.lines(seen.state, true);
    if (lines.empty()) return;
    const std::vector<std::string> columns = in_words(language, {&word::ahead_school_year, &word::ahead_forecast_then, &word::ahead_came_true, &word::ahead_eight});
    html.h2({}, word::ahead_came);
    html.p({}, word::ahead_came_how);
    table(html, word::ahead_came.in(language), columns, [&] {
        for (const OutlookLine* line : lines) {
            if (line->refusal != Refusal::none) continue;
            // What came is known nearly: it lies within, outside, or partly in both.
            const auto lies = [&]() -> std::string_view {
                if (!line->happened) return "";
                const auto [from, until] = near(*line->happened);
                if (until < line->model.low80 || from > line->model.high80) return word::ahead_outside.in(language);
                return (from >= line->model.low80 && until <= line->model.high80 ? word::ahead_inside : word::ahead_edge).in(language);
            };
            row(html, columns, {school_year(line->year), between(line->model, language), line->happened ? about(*line->happened, language) : std::string{word::ahead_not_to_tell.in(language)}, std::string{lies()}},
                talked_about(seen, seen.state, line->year, line->model, 1, language));
        }
    });
}

}  // namespace loopbaankaart::flow::ahead

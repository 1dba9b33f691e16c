#include "cost_tables.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>
#include <cmath>

#include "../printed/bar.hpp"
#include "cost_subject.hpp"
#include "costs_words.hpp"

namespace loopbaankaart::flow {

std::optional<Estimate> Price::cost(const CostLine& line) const {
    if (!of_hour) return line.cost;
    if (!line.hours) return std::nullopt;
    return Estimate{*of_hour * line.hours->value, *of_hour * line.hours->low, *of_hour * line.hours->high};
}

namespace {

using web::Html;

struct Most {
    double hours = 0, cost = 0;  // the longest bar
};

// How a figure is written, and the limits beside it.
struct Written {
    std::string value, limits;
};
Written as_share(const Estimate& one, base::Language language) { return {percent(100 * one.value, language), fmt::format("{}–{}%", whole_percent(one.low), whole_percent(one.high))}; }
Written as_hours(const Estimate& one, base::Language language) { return {in_thousands(one.value, language), in_thousands(one.low, language) + "–" + in_thousands(one.high, language)}; }
Written as_money(const Estimate& one, base::Language language) { return {money(std::round(one.value), language), in_thousands(one.low, language) + "–" + in_thousands(one.high, language)}; }

// `talked`: it can be talked about, as one of these.
void bar_cell_of(Html& html, const base::Word& column, const std::optional<Estimate>& one, double most, web::Literal kind, const CostLine& line, Written (*write)(const Estimate&, base::Language), const CostAnswer* talked = nullptr) {
    html.td({web::cls("share"), web::attr("data-column", column.in(html.language()))}, [&] {
        if (!one) return html.span({web::cls("small")}, line.refused == LessSaid::going_on ? word::cost_too_early_short : word::cost_too_few_short);
        const Written written = write(*one, html.language());
        if (talked == nullptr) html.span({web::cls("value")}, written.value);
        else talk_about(html, address_of_hours(*talked, line), written.value, group_in_words(line, html.language()) + ", " + hours_in_words(line, html.language()));
        html.span({web::cls("small")}, written.limits);
        bar(html, kind, {one->value / most, one->low / most, one->high / most});
    });
}

template <typename Rows>
void table_with(Html& html, const std::string& title, std::initializer_list<const base::Word*> columns, Rows&& rows) {
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", title)}, [&] {
        html.table({web::cls("bars figures costs")}, [&] {
            html.caption({}, title);
            html.thead({}, [&] {
                html.tr({}, [&] {
                    for (const base::Word* column : columns)
                        if (column != nullptr) html.th({web::attr("scope", "col")}, *column);
                });
            });
            html.tbody({}, rows);
        });
    });
}

void group_table(Html& html, const CostAnswer& answer, const std::string& title, const std::vector<const CostLine*>& lines, const Price& price, const auto& name) {
    if (lines.size() < 2) return;
    const base::Language language = html.language();
    Most most;
    for (const CostLine* line : lines) {
        if (line->hours) most.hours = std::max(most.hours, line->hours->high);
        if (const auto cost = price.cost(*line)) most.cost = std::max(most.cost, cost->high);
    }
    const bool money_told = most.cost > 0, stopped_told = std::all_of(lines.begin(), lines.end(), [](const CostLine* line) { return line->dropped.has_value(); });
    table_with(html, title, {&word::cost_group, &word::cost_students, &word::cost_has_completed, stopped_told ? &word::cost_has_dropped : nullptr, &word::cost_hours_each, money_told ? &word::cost_money_each : nullptr}, [&] {
        for (const CostLine* line : lines)
            html.tr({web::cls("begins"), web::attr("data-from", "")}, [&] {
                html.th({web::attr("scope", "row")}, name(*line));
                html.td({web::attr("data-column", word::cost_students.in(language))}, in_thousands(line->students, language));
                bar_cell_of(html, word::cost_has_completed, line->completed, 1, "bar part", *line, as_share);
                if (stopped_told) bar_cell_of(html, word::cost_has_dropped, line->dropped, 1, "bar untold", *line, as_share);
                bar_cell_of(html, word::cost_hours_each, line->hours, most.hours, "bar study", *line, as_hours, &answer);
                if (money_told) bar_cell_of(html, word::cost_money_each, price.cost(*line), most.cost, "bar work", *line, as_money);
            });
    });
}

}  // namespace

void cost_tables(Html& html, const CostAnswer& answer, const Price& price) {
    const base::Language language = html.language();
    const auto those = [&](const auto& fits) {
        std::vector<const CostLine*> lines;
        for (const CostLine& line : answer.lines)
            if (fits(line)) lines.push_back(&line);
        return lines;
    };
    const std::string everybody{word::cost_everybody.in(language)};
    group_table(html, answer, std::string{word::cost_by_programme.in(language)}, those([](const CostLine& line) { return line.prior.empty(); }), price,
                [&](const CostLine& line) { return line.programme.empty() ? everybody : programme_in_words(line.programme, language); });
    group_table(html, answer, std::string{word::cost_by_prior.in(language)}, those([](const CostLine& line) { return line.programme.empty(); }), price,
                [&](const CostLine& line) { return line.prior.empty() ? everybody : prior_in_words(line.prior, language); });
    if (const std::string& programme = answer.line.programme; !programme.empty()) {
        const std::string in_words = programme_in_words(programme, language);
        group_table(html, answer, base::say(word::cost_by_both, language, {{"programme", in_words}}), those([&](const CostLine& line) { return line.programme == programme; }), price,
                    [&](const CostLine& line) { return line.prior.empty() ? in_words : prior_in_words(line.prior, language); });
    }
    if (answer.line.steps.empty()) return;
    table_with(html, std::string{word::cost_by_hours.in(language)} + ": " + group_in_words(answer.line, language), {&word::cost_hours_after, &word::cost_has_completed}, [&] {
        for (const CostStep& step : answer.line.steps)
            html.tr({web::cls("begins")}, [&] {
                html.th({web::attr("scope", "row")}, base::say(word::cost_hours_count, language, {{"hours", in_thousands(step.hours, language)}}));
                bar_cell_of(html, word::cost_has_completed, step.completed, 1, "bar part", answer.line, as_share);
            });
    });
}

}  // namespace loopbaankaart::flow

#include "page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "marks.hpp"
#include "page_style.hpp"
#include "report_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint32_t few = 10;  // smaller numbers are not shown
constexpr std::array colours_in_order{Colour::green, Colour::amber, Colour::red, Colour::grey};

const base::Word& name_of(Colour colour) {
    constexpr std::array<const base::Word*, 4> names{&word::green, &word::amber, &word::red, &word::grey};
    return *names[static_cast<std::size_t>(colour)];
}
const base::Word& meaning_of(Colour colour) {
    constexpr std::array<const base::Word*, 4> meanings{&word::means_green, &word::means_amber, &word::means_red, &word::means_grey};
    return *meanings[static_cast<std::size_t>(colour)];
}
bool in_middle(double pit, double share) { return pit >= (1 - share) / 2 && pit <= (1 + share) / 2; }

class Page {
public:
    Page(const Report& report, base::Language language) : report_{report}, school_{report.school}, language_{language} {}

    std::string write() {
        html_ = fmt::format("<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{}</title><style>{}</style></head><body><main>\n",
                            base::code(language_), say(word::title), page_style);
        add("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n", say(word::title), say(word::lead));
        what_was_tested();
        the_answer();
        whether_right();
        how_sharp();
        year_by_year();
        where_wrong();
        small_and_large();
        what_colours_say();
        all_figures();
        made();
        return html_ + "</main></body></html>\n";
    }

private:
    template <typename... Values>
    void add(fmt::format_string<Values...> form, Values&&... values) { fmt::format_to(std::back_inserter(html_), form, std::forward<Values>(values)...); }
    std::string say(const base::Word& word, std::initializer_list<base::Fill> fills = {}) const { return escaped(base::say(word, language_, fills)); }
    void paragraph(const base::Word& word, std::initializer_list<base::Fill> fills = {}) { add("<p>{}</p>\n", say(word, fills)); }
    void heading(const base::Word& word) { add("<h2>{}</h2>\n", say(word)); }

    const Judgement& judged(std::size_t state, std::uint32_t ahead) const { return report_.as_known.of(static_cast<State>(state), ahead, report_.ahead); }
    bool tested(std::size_t state) const { return judged(state, 1).forecasts > 0; }
    std::string ahead_words(std::uint32_t ahead) const { return ahead == 1 ? say(word::year_ahead) : say(word::years_ahead, {{"ahead", std::to_string(ahead)}}); }
    std::string percent(double share) const { return fmt::format("{:+.0f}%", std::round(100 * share) + 0.0); }

    void what_was_tested() {
        std::size_t forecasts = 0;
        for (const Judgement& one : report_.as_known.judgements) forecasts += one.forecasts;
        const std::int32_t last = school_.first_year + static_cast<std::int32_t>(school_.years) - 1;
        heading(word::tested);
        paragraph(word::tested_school, {{"programmes", std::to_string(school_.programmes.size())}, {"first", school_.year_name(school_.first_year)}, {"last", school_.year_name(last)}});
        paragraph(word::tested_forecasts, {{"count", std::to_string(forecasts)}, {"ahead", std::to_string(report_.ahead)}});
        const bool first_year = report_.known == IntakeKnown::first_year;
        const std::string recorded = first_year ? say(school_.arrivals_then.empty() ? word::intake_as_now : word::intake_as_then) : std::string{};
        add("<p>{} {} {}</p>\n<p>{}</p>\n", say(word::tested_how), say(first_year ? word::intake_first_year : word::intake_drawn), recorded, say(word::simple));
    }

    void the_answer() {
        std::size_t green = 0, all = 0;
        double forecasts = 0, held = 0;
        for (const Judgement& one : report_.as_known.judgements) {
            if (one.forecasts == 0) continue;
            ++all, green += one.colour == Colour::green ? 1 : 0;
            forecasts += static_cast<double>(one.forecasts), held += one.coverage80.value * static_cast<double>(one.forecasts);
        }
        heading(word::answer);
        add("<div class=\"sum\"><p>{}</p>", say(word::answer_green, {{"count", std::to_string(green)}, {"all", std::to_string(all)}}));
        const double skill = report_.as_known.skill.value;
        add("<p>{}</p>", say(skill >= 0 ? word::closer : word::further, {{"percent", fmt::format("{:.0f}", 100 * std::abs(skill))}}));
        if (forecasts > 0) add("<p>{}</p>", say(word::held, {{"tenths", decimal(10 * held / forecasts)}}));
        add("</div>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table><thead><tr><th scope=\"col\">{1}</th>", say(word::answer), say(word::state));
        for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) add("<th scope=\"col\">{}</th>", ahead_words(ahead));
        add("</tr></thead><tbody>");
        for (std::size_t state = 0; state < school_.states.size(); ++state) {
            if (!tested(state)) continue;
            add("<tr><th scope=\"row\">{}</th>", escaped(school_.states[state]));
            for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) add("<td>{}{}</td>", marks::colour(judged(state, ahead).colour), say(name_of(judged(state, ahead).colour)));
            add("</tr>\n");
        }
        add("</tbody></table></div>\n");
    }
    std::string decimal(double value) const {
        std::string text = fmt::format("{:.1f}", value);
        if (language_ == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    // A row for each state and number of years ahead that was tested.
    template <typename Draw>
    void rows(const Draw& draw) {
        add("<div class=\"kinds\">\n");
        for (std::size_t state = 0; state < school_.states.size(); ++state) {
            if (!tested(state)) continue;
            add("<section><h3>{}</h3>", escaped(school_.states[state]));
            for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead)
                if (const Judgement& one = judged(state, ahead); one.forecasts > 0) {
                    const auto [words, drawing] = draw(one);
                    add("<div class=\"row\"><span>{}</span><span class=\"words\">{}</span>{}</div>", ahead_words(ahead), words, drawing);
                }
            add("</section>\n");
        }
        add("</div>\n");
    }

    void whether_right() {
        heading(word::right);
        add("<p>{} {}</p>\n", say(word::right_how), say(word::right_more));
        rows([&](const Judgement& one) {
            const auto full = static_cast<std::size_t>(std::lround(20 * one.coverage80.value));
            const std::string words = base::say(word::dots, language_, {{"count", std::to_string(full)}});
            return std::pair{escaped(words), marks::dots(full, words)};
        });
    }

    void how_sharp() {
        heading(word::sharp);
        add("<p>{} {}</p>\n", say(word::sharp_how), say(word::sharp_line));
        rows([&](const Judgement& one) { return std::pair{percent(one.skill.value), marks::skill(one.skill, percent(one.skill.value))}; });
    }

    void year_by_year() {
        heading(word::by_year);
        add("<p>{} {}</p>\n<div class=\"kinds\">\n", say(word::by_year_how), say(word::by_year_thin));
        bool hidden = false;
        for (std::size_t state = 0; state < school_.states.size(); ++state) {
            std::vector<marks::Year> years;
            for (const Result& one : report_.as_known.results) {
                if (one.line.level != Level::school || one.line.state != state || one.line.ahead != 1) continue;
                const bool small = !report_.made.is_public && one.happened < few;
                hidden = hidden || (small && one.happened > 0);
                if (!small) years.push_back({school_.year_name(one.origin + 1), one.line.model.low95, one.line.model.low80, one.line.model.high80, one.line.model.high95, one.happened});
            }
            if (years.empty()) continue;
            add("<section><h3>{0}</h3>{1}<details><summary>{2}</summary><ul>", escaped(school_.states[state]), marks::years(years, school_.states[state]), say(word::table));
            for (const marks::Year& one : years)
                add("<li>{}</li>", say(word::chart_year, {{"year", one.name}, {"happened", std::to_string(one.happened)}, {"low80", std::to_string(one.low80)}, {"high80", std::to_string(one.high80)}}));
            add("</ul></details></section>\n");
        }
        add("</div>\n");
        if (hidden) add("<p class=\"small\">{}</p>\n", say(word::by_year_hidden));
    }

    void where_wrong() {
        heading(word::wrong);
        std::string items;
        bool school = false;
        for (std::size_t state = 0; state < school_.states.size(); ++state)
            for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) {
                const Judgement& one = judged(state, ahead);
                if (one.forecasts == 0) continue;
                std::string why;
                if (one.colour == Colour::grey) why += ' ' + say(word::wrong_few);
                if (one.doubts.drift) why += ' ' + say(word::wrong_drift);
                if (one.doubts.coverage) why += ' ' + say(word::wrong_coverage);
                if (one.doubts.skill) why += ' ' + say(word::wrong_skill);
                school = school || one.doubts.school_skill;
                if (!why.empty()) items += fmt::format("<li><strong>{}, {}</strong>:{}</li>\n", escaped(school_.states[state]), ahead_words(ahead), why);
            }
        if (school) paragraph(word::wrong_school);
        if (!items.empty()) add("<ul>{}</ul>\n", items);
        if (items.empty() && !school) paragraph(word::wrong_none);
    }

    void small_and_large() {
        const auto held = held_by_size(school_, report_.realised);
        const std::array<std::string, 6> names{"10–19", "20–39", "40–79", "80+", say(word::sectors), say(word::school)};
        heading(word::sizes);
        paragraph(word::sizes_how);
        add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr>", say(word::sizes));
        for (const base::Word* column : {&word::size, &word::forecasts, &word::of_ten, &word::of_twenty}) add("<th scope=\"col\">{}</th>", say(*column));
        add("</tr></thead><tbody>");
        for (std::size_t at = 0; at < held.size(); ++at) {
            if (held[at].forecasts == 0) continue;
            const auto all = static_cast<double>(held[at].forecasts);
            add("<tr><th scope=\"row\">{}</th><td>{}</td><td>{:.0f}%</td><td>{:.0f}%</td></tr>\n", names[at], held[at].forecasts, 100 * static_cast<double>(held[at].middle80) / all, 100 * static_cast<double>(held[at].middle95) / all);
        }
        add("</tbody></table></div>\n");
    }

    void what_colours_say() {
        heading(word::colours);
        add("<dl class=\"colours\">");
        for (Colour colour : colours_in_order) add("<dt>{}{}</dt><dd>{}</dd>", marks::colour(colour), say(name_of(colour)), say(meaning_of(colour)));
        add("</dl>\n");
    }

    void all_figures() {
        heading(word::table);
        paragraph(word::table_how);
        figures(report_.as_known, say(report_.known == IntakeKnown::first_year ? word::intake_first_year : word::intake_drawn));
        figures(report_.realised, say(word::with_intake));
    }
    void figures(const Backtest& test, const std::string& caption) {
        add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"figures\"><caption class=\"small\">{0}</caption><thead><tr>", caption);
        for (const base::Word* column : {&word::state, &word::horizon, &word::colour, &word::forecasts, &word::cohorts, &word::skill, &word::coverage80, &word::coverage95, &word::drift, &word::crps, &word::own_crps}) add("<th scope=\"col\">{}</th>", say(*column));
        add("</tr></thead><tbody>");
        const auto limits = [](const Estimate& one, bool known) { return known ? fmt::format("{:.1f} ({:.1f}–{:.1f})", 100 * one.value, 100 * one.low, 100 * one.high) : fmt::format("{:.1f}", 100 * one.value); };
        for (std::size_t at = 0; at < test.judgements.size(); ++at) {
            const Judgement& one = test.judgements[at];
            if (one.forecasts == 0) continue;
            const bool known = one.colour != Colour::grey;
            add("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{:.3f}</td><td>{:.2f}</td><td>{:.2f}</td></tr>\n", escaped(school_.states[at / report_.ahead]), at % report_.ahead + 1,
                say(name_of(one.colour)), one.forecasts, one.cohorts, limits(one.skill, known), limits(one.coverage80, known), limits(one.coverage95, known), one.drift, one.crps, one.own_crps);
        }
        add("</tbody></table></div>\n");
    }

    void made() {
        const Made& made = report_.made;
        add("<footer><p>{}</p><p>{} {}</p></footer>\n", say(word::not_public), say(word::made, {{"file", made.file}, {"seed", std::to_string(made.seed)}, {"version", made.version}}), say(word::hashes, {{"data", made.data}, {"model", made.model}}));
    }

    const Report& report_;
    const School& school_;
    base::Language language_;
    std::string html_;
};

}  // namespace

std::array<Held, 6> held_by_size(const School& school, const Backtest& test) {
    constexpr std::array<std::uint32_t, 5> bounds{10, 20, 40, 80, UINT32_MAX};
    std::array<Held, 6> held{};
    for (const Result& one : test.results) {
        std::size_t at = one.line.level == Level::sector ? 4 : 5;
        if (one.line.level == Level::sector && school.sectors.size() < 2) continue;
        if (one.line.level == Level::programme) {
            const std::uint32_t intake = school.arrived(static_cast<std::size_t>(one.origin + 1 - school.first_year), one.line.subject);
            const auto bound = std::upper_bound(bounds.begin(), bounds.end() - 1, intake) - bounds.begin();
            if (bound == 0) continue;  // too few to forecast
            at = static_cast<std::size_t>(bound) - 1;
        }
        ++held[at].forecasts, held[at].middle80 += in_middle(one.model.pit, 0.8) ? 1 : 0, held[at].middle95 += in_middle(one.model.pit, 0.95) ? 1 : 0;
    }
    return held;
}

std::string report_page(const Report& report, base::Language language) { return Page{report, language}.write(); }

std::string report_table(const Report& report) {
    std::string table = "intake,state,ahead,gate,forecasts,cohorts,skill,skill_low,skill_high,pit80,pit80_low,pit80_high,pit95,pit95_low,pit95_high,drift,shown80,shown95,crps,own_crps,log_score,own_log_score,data,model,seed,version\n";
    for (const auto& [intake, test] : {std::pair{report.known == IntakeKnown::first_year ? "first_year" : "drawn", &report.as_known}, {"realised", &report.realised}})
        for (std::size_t at = 0; at < test->judgements.size(); ++at) {
            const Judgement& one = test->judgements[at];
            if (one.forecasts == 0) continue;
            table += fmt::format("{},{},{},{},{},{}", intake, table_cell(report.school.states[at / report.ahead]), at % report.ahead + 1, code(one.colour), one.forecasts, one.cohorts);
            for (const Estimate& estimate : {one.skill, one.coverage80, one.coverage95})
                table += one.colour == Colour::grey ? fmt::format(",{:.4f},,", estimate.value) : fmt::format(",{:.4f},{:.4f},{:.4f}", estimate.value, estimate.low, estimate.high);
            table += fmt::format(",{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{},{},{},{}\n", one.drift, one.shown80, one.shown95, one.crps, one.own_crps, one.log_score, one.own_log_score, report.made.data, report.made.model, report.made.seed, report.made.version);
        }
    return table;
}

}  // namespace loopbaankaart::flow

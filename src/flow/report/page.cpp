#include "page.hpp"

#include <fmt/format.h>

#include <web/web.hpp>

#include <algorithm>
#include <cmath>
#include <span>

#include "marks.hpp"
#include "page_style.hpp"
#include "report_words.hpp"
#include "written.hpp"

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

class Page : Written {
public:
    Page(const Report& report, base::Language language) : Written{language}, report_{report}, school_{report.school} {}

    std::string write() {
        html_.doctype();
        html_.html({web::lang(html_.language())}, [&] {
            html_.head({}, [&] {
                html_.meta({web::attr("charset", "utf-8")});
                html_.meta({web::name("viewport"), web::attr("content", "width=device-width,initial-scale=1")});
                html_.title({}, word::title);
                html_.element("style", {}, page_style);
            });
            html_.body({}, [&] {
                html_.main({}, [&] { parts(); });
            });
        });
        return html_.take();
    }

private:
    void parts() {
        html_.h1({}, word::title);
        html_.p({web::cls("lead")}, word::lead);
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
    }

    const Judgement& judged(std::size_t state, std::uint32_t ahead) const { return report_.as_known.of(static_cast<State>(state), ahead, report_.ahead); }
    bool tested(std::size_t state) const { return judged(state, 1).forecasts > 0; }
    std::string ahead_words(std::uint32_t ahead) const { return ahead == 1 ? say(word::year_ahead) : say(word::years_ahead, {{"ahead", std::to_string(ahead)}}); }
    const base::Word& intake_known() const { return report_.known == IntakeKnown::first_year ? word::intake_first_year : word::intake_drawn; }

    void what_was_tested() {
        std::size_t forecasts = 0;
        for (const Judgement& one : report_.as_known.judgements) forecasts += one.forecasts;
        const std::int32_t last = school_.first_year + static_cast<std::int32_t>(school_.years) - 1;
        html_.h2({}, word::tested);
        paragraph(word::tested_school, {{"programmes", std::to_string(school_.programmes.size())}, {"first", school_.year_name(school_.first_year)}, {"last", school_.year_name(last)}});
        paragraph(word::tested_forecasts, {{"count", std::to_string(forecasts)}, {"ahead", std::to_string(report_.ahead)}});
        if (report_.known == IntakeKnown::first_year) sentences({&word::tested_how, &intake_known(), school_.arrivals_then.empty() ? &word::intake_as_now : &word::intake_as_then});
        else sentences({&word::tested_how, &intake_known()});
        html_.p({}, word::simple);
    }

    void the_answer() {
        std::size_t green = 0, all = 0;
        double forecasts = 0, held = 0;
        for (const Judgement& one : report_.as_known.judgements) {
            if (one.forecasts == 0) continue;
            ++all, green += one.colour == Colour::green ? 1 : 0;
            forecasts += static_cast<double>(one.forecasts), held += one.coverage80.value * static_cast<double>(one.forecasts);
        }
        html_.h2({}, word::answer);
        html_.div({web::cls("sum")}, [&] {
            paragraph(word::answer_green, {{"count", std::to_string(green)}, {"all", std::to_string(all)}});
            const double skill = report_.as_known.skill.value;
            paragraph(skill >= 0 ? word::closer : word::further, {{"percent", fmt::format("{:.0f}", 100 * std::abs(skill))}});
            if (forecasts > 0) paragraph(word::held, {{"tenths", decimal(10 * held / forecasts)}});
        });
        std::vector<std::string> columns{say(word::state)};
        for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) columns.push_back(ahead_words(ahead));
        table(say(word::answer), "", columns, [&] {
            for (std::size_t state = 0; state < school_.states.size(); ++state) {
                if (!tested(state)) continue;
                row(school_.states[state], [&] {
                    for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) html_.td({}, [&] { in_colour(judged(state, ahead).colour); });
                });
            }
        });
    }
    void in_colour(Colour colour) {
        marks::colour(html_, colour);
        html_.text(name_of(colour));
    }

    // A row for each state and number of years ahead that was tested.
    template <typename Words, typename Draw>
    void rows(const Words& words_of, const Draw& draw) {
        html_.div({web::cls("kinds")}, [&] {
            for (std::size_t state = 0; state < school_.states.size(); ++state) {
                if (!tested(state)) continue;
                html_.section({}, [&] {
                    html_.h3({}, school_.states[state]);
                    for (std::uint32_t ahead = 1; ahead <= report_.ahead; ++ahead) {
                        const Judgement& one = judged(state, ahead);
                        if (one.forecasts == 0) continue;
                        html_.div({web::cls("row")}, [&] {
                            const std::string words = words_of(one);
                            html_.span({}, ahead_words(ahead));
                            html_.span({web::cls("words")}, words);
                            draw(one, words);
                        });
                    }
                });
            }
        });
    }

    void whether_right() {
        html_.h2({}, word::right);
        sentences({&word::right_how, &word::right_more});
        const auto full = [](const Judgement& one) { return static_cast<std::size_t>(std::lround(20 * one.coverage80.value)); };
        rows([&](const Judgement& one) { return say(word::dots, {{"count", std::to_string(full(one))}}); }, [&](const Judgement& one, std::string_view words) { marks::dots(html_, full(one), words); });
    }

    void how_sharp() {
        html_.h2({}, word::sharp);
        sentences({&word::sharp_how, &word::sharp_line});
        rows([&](const Judgement& one) { return percent(one.skill.value); }, [&](const Judgement& one, std::string_view words) { marks::skill(html_, one.skill, words); });
    }

    void year_by_year() {
        html_.h2({}, word::by_year);
        sentences({&word::by_year_how, &word::by_year_thin});
        bool hidden = false;
        html_.div({web::cls("kinds")}, [&] {
            for (std::size_t state = 0; state < school_.states.size(); ++state) {
                std::vector<marks::Year> years;
                for (const Result& one : report_.as_known.results) {
                    if (one.line.level != Level::school || one.line.state != state || one.line.ahead != 1) continue;
                    const bool small = !report_.made.is_public && one.happened < few;
                    hidden = hidden || (small && one.happened > 0);
                    if (!small) years.push_back({school_.year_name(one.origin + 1), one.line.model.low95, one.line.model.low80, one.line.model.high80, one.line.model.high95, one.happened});
                }
                if (!years.empty()) html_.section({}, [&] { years_of(school_.states[state], years); });
            }
        });
        if (hidden) html_.p({web::cls("small")}, word::by_year_hidden);
    }
    void years_of(const std::string& state, std::span<const marks::Year> years) {
        html_.h3({}, state);
        marks::years(html_, years, state);
        html_.details({}, [&] {
            html_.summary({}, word::table);
            html_.ul({}, [&] {
                for (const marks::Year& one : years)
                    html_.li({}, say(word::chart_year, {{"year", one.name}, {"happened", std::to_string(one.happened)}, {"low80", std::to_string(one.low80)}, {"high80", std::to_string(one.high80)}}));
            });
        });
    }

    void where_wrong() {
        html_.h2({}, word::wrong);
        struct Item {
            std::string what, why;
        };
        std::vector<Item> items;
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
                if (!why.empty()) items.push_back({school_.states[state] + ", " + ahead_words(ahead), std::move(why)});
            }
        if (school) paragraph(word::wrong_school);
        if (items.empty() && !school) paragraph(word::wrong_none);
        if (items.empty()) return;
        html_.ul({}, [&] {
            for (const Item& item : items)
                html_.li({}, [&] {
                    html_.strong({}, item.what);
                    html_.text(":" + item.why);
                });
        });
    }

    void small_and_large() {
        const auto held = held_by_size(school_, report_.realised);
        const std::array<std::string, 6> names{"10–19", "20–39", "40–79", "80+", say(word::sectors), say(word::school)};
        html_.h2({}, word::sizes);
        paragraph(word::sizes_how);
        table(say(word::sizes), "", in_words({&word::size, &word::forecasts, &word::of_ten, &word::of_twenty}), [&] {
            for (std::size_t at = 0; at < held.size(); ++at) {
                if (held[at].forecasts == 0) continue;
                const auto all = static_cast<double>(held[at].forecasts);
                row(names[at], [&] {
                    html_.td({}, std::to_string(held[at].forecasts));
                    for (const std::size_t middle : {held[at].middle80, held[at].middle95}) html_.td({}, fmt::format("{:.0f}%", 100 * static_cast<double>(middle) / all));
                });
            }
        });
    }

    void what_colours_say() {
        html_.h2({}, word::colours);
        html_.dl({web::cls("colours")}, [&] {
            for (Colour colour : colours_in_order) {
                html_.dt({}, [&] { in_colour(colour); });
                html_.dd({}, meaning_of(colour));
            }
        });
    }

    void all_figures() {
        html_.h2({}, word::table);
        paragraph(word::table_how);
        figures(report_.as_known, say(intake_known()));
        figures(report_.realised, say(word::with_intake));
    }
    void figures(const Backtest& test, const std::string& caption) {
        const auto limits = [&](const Estimate& one, bool known) { return decimal(100 * one.value) + (known ? fmt::format(" ({}–{})", decimal(100 * one.low), decimal(100 * one.high)) : ""); };
        const auto columns = in_words({&word::state, &word::horizon, &word::colour, &word::forecasts, &word::cohorts, &word::skill, &word::coverage80, &word::coverage95, &word::drift, &word::crps, &word::own_crps});
        table(caption, "figures", columns, [&] {
            for (std::size_t at = 0; at < test.judgements.size(); ++at) {
                const Judgement& one = test.judgements[at];
                if (one.forecasts == 0) continue;
                const bool known = one.colour != Colour::grey;
                row(school_.states[at / report_.ahead], [&] {
                    for (const std::string& cell : {std::to_string(at % report_.ahead + 1), say(name_of(one.colour)), std::to_string(one.forecasts), std::to_string(one.cohorts), limits(one.skill, known), limits(one.coverage80, known),
                                                    limits(one.coverage95, known), decimal(one.drift, 3), decimal(one.crps, 2), decimal(one.own_crps, 2)})
                        html_.td({}, cell);
                });
            }
        }, true);
    }

    void made() {
        const Made& made = report_.made;
        html_.footer({}, [&] {
            html_.p({}, word::not_public);
            html_.p({}, say(word::made, {{"file", made.file}, {"seed", std::to_string(made.seed)}, {"version", made.version}}) + ' ' + say(word::hashes, {{"data", made.data}, {"model", made.model}}));
        });
    }

    const Report& report_;
    const School& school_;
};

}  // namespace

std::string report_page(const Report& report, base::Language language) { return Page{report, language}.write(); }

}  // namespace loopbaankaart::flow

// GET /stroom/vooruit: the coming years of a programme, a sector or the school as a fan, how far it can be trusted, and what if something changes.
#include <fmt/format.h>

#include <flow/words.hpp>

#include <algorithm>

#include "../pages.hpp"
#include "../through/steps.hpp"
#include "ahead_words.hpp"
#include "fan.hpp"
#include "looking.hpp"
#include "report_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::string group_of(const OutlookSubject& subject, base::Language language) { return subject.level == Level::school ? std::string{word::whole_school.in(language)} : subject.name; }
std::string what_of(const Outlooks& outlooks, State state, base::Language language) {
    return state == Places::state ? std::string{word::ahead_places.in(language)} : state_in_words(outlooks.states[state], language);
}
std::string limit(std::uint32_t students, base::Language language) { return students < ten ? std::string{word::ahead_below_ten.in(language)} : std::to_string(students); }
// "40–49"
std::string in_tens(std::uint32_t tens_of, base::Language language) { return tens_of < ten ? std::string{word::ahead_below_ten.in(language)} : fmt::format("{}–{}", tens_of, tens_of + ten - 1); }
std::string between(const Outlook& outlook, base::Language language) {
    if (outlook.high80 < ten) return limit(0, language);
    return outlook.low80 < ten ? "≤ " + std::to_string(outlook.high80) : fmt::format("{}–{}", outlook.low80, outlook.high80);
}
std::string between_95(Outlook outlook, base::Language language) {
    outlook.low80 = outlook.low95, outlook.high80 = outlook.high95;
    return between(outlook, language);
}

// A year of what is shown: the forecast that the gate lets through, and as it would be.
struct YearAhead {
    const OutlookLine* line;
    const Judgement* judgement;
    Outlook shown;
    std::optional<Outlook> changed;
};

std::vector<YearAhead> years_ahead(const Outlooked& seen, State state) {
    std::vector<YearAhead> years;
    std::optional<Expected> before, after;
    if (!seen.what_if.nothing()) before = expected(*seen.outlooks, seen.subject, state, {}), after = expected(*seen.outlooks, seen.subject, state, seen.what_if);
    for (const OutlookLine* line : seen.lines(state, false)) {
        YearAhead year{line, seen.judgement(state, line->ahead), line->model, {}};
        if (line->refusal != Refusal::none) continue;
        if (year.judgement != nullptr && year.judgement->colour == Colour::red) year.shown = line->own_rate;
        if (const std::size_t at = line->ahead - 1; before) year.changed = moved(year.shown, after->mean[at] - before->mean[at], before->sd[at] > 0 ? after->sd[at] / before->sd[at] : 1);
        years.push_back(year);
    }
    return years;
}

std::string sentence_of(const YearAhead& year, base::Language language) {
    const auto [median, low, high, low95, high95, mean] = year.shown;
    const Colour colour = year.judgement == nullptr ? Colour::grey : year.judgement->colour;
    if (high < ten) return std::string{word::ahead_under_ten.in(language)};
    const base::Word& said = low < ten          ? colour == Colour::green ? word::ahead_at_most : word::ahead_about_at_most
                             : year.line->borrowed ? word::borrowed_between
                             : colour == Colour::green ? low == high ? word::exactly : word::between
                             : colour == Colour::amber ? word::amber_between
                             : colour == Colour::red   ? word::red_between
                                                       : word::grey_between;
    return base::say(said, language, {{"low", std::to_string(low)}, {"high", std::to_string(high)}, {"students", std::string{word::students.in(language)}}});
}

// ---- what to look at, and what if

void filter(Html& html, const Outlooked& seen, const Looking& looking, const std::vector<std::string>& sets) {
    const Outlooks& outlooks = *seen.outlooks;
    const base::Language language = html.language();
    const auto names = [&](Level level, std::string all) {
        std::vector<web::Choice> choices{{"", std::move(all)}};
        for (const OutlookSubject& one : outlooks.subjects)
            if (one.level == level && !one.rest) choices.push_back({one.name, one.name});
        return choices;
    };
    std::vector<web::Choice> ways, what{{"", std::string{word::ahead_places.in(language)}}};
    for (const std::string& state : outlooks.states) {
        what.push_back({state, state_in_words(state, language)});
        if (place_of(state) != Place::study) ways.push_back({state, state_in_words(state, language)});
    }
    std::stable_sort(ways.begin(), ways.end(), [](const web::Choice& a, const web::Choice& b) { return (place_of(a.value) == Place::gone) > (place_of(b.value) == Place::gone); });
    html.form({web::attr("method", "get"), web::action(web::path("/stroom/vooruit"))}, [&] {
        html.div({web::cls("figures-filter")}, [&] {
            if (sets.size() > 1) {
                std::vector<web::Choice> choices;
                for (const std::string& name : sets) choices.push_back({name, name});
                web::select(html, {.name = "gegevens", .label = word::which_data, .value = seen.set.name, .choices = choices});
            }
            const auto sectors = names(Level::sector, std::string{word::all_sectors.in(language)}), programmes = names(Level::programme, std::string{word::all_programmes.in(language)});
            if (sectors.size() > 2) web::select(html, {.name = "sector", .label = word::sector, .value = looking.sector, .choices = sectors});
            if (programmes.size() > 2) web::select(html, {.name = "opleiding", .label = word::programme, .value = looking.programme, .choices = programmes});
            web::select(html, {.name = "wat", .label = word::ahead_what, .value = looking.what, .choices = what});
            if (seen.refusal != Refusal::none) web::secondary_button(html, word::ahead_show, "zoek");
        });
        if (seen.refusal != Refusal::none) return;
        html.fieldset({web::cls("figures-filter")}, [&] {
            html.legend({}, word::ahead_if);
            web::text_field(html, {.name = "instroom", .label = word::ahead_intake, .hint = &word::ahead_intake_hint, .value = looking.intake, .error = seen.errors.find("instroom"), .optional = true, .most = 6}, web::Writing::number);
            web::text_field(html, {.name = "minder", .label = word::ahead_fewer, .hint = &word::ahead_fewer_hint, .value = looking.fewer, .error = seen.errors.find("minder"), .optional = true, .most = 4}, web::Writing::line);
            if (!ways.empty()) web::select(html, {.name = "weg", .label = word::ahead_way, .value = looking.way, .choices = ways});
            if (seen.shown().level != Level::programme) {
                std::vector<web::Choice> closed{{"", std::string{word::ahead_none_closed.in(language)}}};
                for (const OutlookSubject& one : outlooks.subjects)
                    if (one.level == Level::programme && !one.rest && (seen.subject == outlooks.school() || one.sector == seen.subject)) closed.push_back({one.name, one.name});
                web::select(html, {.name = "dicht", .label = word::ahead_closed, .value = looking.closed, .choices = closed});
            }
            web::secondary_button(html, word::ahead_show, "zoek");
        });
    });
}

// ---- the picture

std::vector<FanYear> picture_of(const Outlooked& seen, const std::vector<YearAhead>& years) {
    std::vector<FanYear> all;
    constexpr std::int32_t most_past = 6;
    const std::int32_t last = seen.outlooks->first_year + (seen.outlooks->begun && seen.state == Places::state ? 0 : -1);
    for (std::int32_t year = last - most_past + 1; year <= last; ++year)
        if (const auto was = seen.outlooks->ten_of(seen.subject, Counted::past, seen.state, year); was || !all.empty()) all.push_back({std::to_string(year), was, {}, {}});
    for (const YearAhead& year : years) all.push_back({std::to_string(year.line->year), {}, year.shown, year.changed});
    return all;
}

void picture(Html& html, const Outlooked& seen, const std::vector<YearAhead>& years) {
    const base::Language language = html.language();
    const std::string what = what_of(*seen.outlooks, seen.state, language), group = group_of(seen.shown(), language);
    html.figure({web::cls("flow-picture ahead")}, [&] {
        fan(html, picture_of(seen, years), base::say(word::ahead_picture, language, {{"what", what}, {"group", group}}));
        html.figcaption({}, [&] {
            html.strong({}, base::say(word::ahead_group, language, {{"what", what}, {"group", group}}));
            for (const YearAhead& year : years)
                html.p({}, [&] {
                    gate_mark(html, year.judgement == nullptr ? Colour::grey : year.judgement->colour);
                    html.text(" " + base::say(word::ahead_year_says, language, {{"year", school_year(year.line->year)}, {"sentence", sentence_of(year, language)}}));
                });
            if (!years.empty() && years.back().changed)
                html.p({}, base::say(word::ahead_with_change, language, {{"low", limit(years.back().changed->low80, language)}, {"high", limit(years.back().changed->high80, language)},
                                                                        {"before_low", limit(years.back().shown.low80, language)}, {"before_high", limit(years.back().shown.high80, language)}}));
        });
    });
}

// ---- the tables

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
void row(Html& html, const std::vector<std::string>& columns, const std::vector<std::string>& cells) {
    html.tr({web::cls("begins")}, [&] {
        html.th({web::attr("scope", "row")}, cells.front());
        for (std::size_t at = 1; at < cells.size(); ++at) html.td({web::attr("data-column", columns[at])}, cells[at]);
    });
}
std::vector<std::string> in_words(base::Language language, std::initializer_list<const base::Word*> words) {
    std::vector<std::string> said;
    for (const base::Word* one : words) said.emplace_back(one->in(language));
    return said;
}

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
            row(html, columns, cells);
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
                if (const auto& [subject, what, a, b] = of; subject == seen.subject && what == Counted::past && a == seen.state) row(html, columns, {school_year(b), in_tens(students, language)});
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
            constexpr std::array<const base::Word*, 4> colours{&word::green, &word::amber, &word::red, &word::grey};
            html.tr({web::cls("begins")}, [&] {
                html.th({web::attr("scope", "row")}, std::to_string(year.line->ahead));
                html.td({web::attr("data-column", columns[1])}, [&] {
                    html.span({}, [&] {
                        gate_mark(html, one.colour);
                        html.text(" " + std::string{colours[static_cast<std::size_t>(one.colour)]->in(language)});
                    });
                });
                html.td({web::attr("data-column", columns[2])}, base::say(word::ahead_tested_on, language, {{"forecasts", std::to_string(one.forecasts)}, {"cohorts", std::to_string(one.cohorts)}}));
                html.td({web::attr("data-column", columns[3])}, one.forecasts == 0 ? std::string{word::ahead_not_known.in(language)} : base::say(word::ahead_held_of, language, {{"tenths", fmt::format("{:.1f}", 10 * one.shown80)}}));
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
            const bool inside = line->happened && *line->happened + ten - 1 >= line->model.low80 && *line->happened <= line->model.high80;
            row(html, columns, {school_year(line->year), between(line->model, language), line->happened ? in_tens(*line->happened, language) : std::string{word::ahead_not_to_tell.in(language)},
                                std::string{!line->happened ? "" : inside ? word::ahead_inside.in(language) : word::ahead_outside.in(language)}});
        }
    });
}

void how_to_read(Html& html) {
    html.details({}, [&] {
        html.summary({}, word::how_to_read);
        html.ul({}, [&] {
            for (const base::Word* one : {&word::ahead_read_fan, &word::ahead_read_bands, &word::ahead_read_change, &word::ahead_read_places, &word::ahead_read_tens, &word::ahead_read_cause}) html.li({}, *one);
        });
    });
}

// ---- where there is none

void nothing_yet(Html& html, const std::optional<Outlooked>& seen) {
    web::empty_place(html, "vallei", word::ahead_none_yet, [&] {
        html.p({web::cls("small")}, [&] {
            if (!seen) return html.text(word::no_data_how);
            if (!seen->outlooks) return html.text(word::ahead_none_before);
            const std::string& missing = seen->outlooks->missing;
            if (missing == word::few_school_years.id) return html.text(base::say(word::ahead_missing_years, html.language(), {{"count", seen->outlooks->missing_about}}));
            html.text(missing == word::few_begin.id ? word::ahead_missing_begin : word::ahead_missing_cohort);
        });
    });
}

void refusal(Html& html, const Outlooked& seen) {
    if (seen.refusal == Refusal::none) return;
    const std::string asked = group_of(seen.outlooks->subjects[seen.asked], html.language()), shown = group_of(seen.shown(), html.language());
    web::notice(html, base::say(seen.refusal == Refusal::few_students ? word::ahead_refused_few : word::ahead_refused_alike, html.language(), {{"group", asked}}) + " " + base::say(word::ahead_refused_more, html.language(), {{"group", shown}}));
}

}  // namespace

web::Answer show_ahead(const access::Visit& visit) {
    const Looking looking = looking_in(visit.request.query);
    std::optional<Outlooked> seen;
    std::vector<std::string> sets;
    visit.school().read([&](storage::Reads& reads) {
        for (const KeptSet& set : kept_sets(reads)) sets.push_back(set.name);
        seen = look_ahead(reads, looking);
    });
    if (!seen && !sets.empty()) return visit.absent();
    const int status = seen && !seen->errors.empty() ? 422 : 200;
    return visit.work_page(std::string{word::ahead.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::ahead);
        html.p({web::cls("lead")}, word::ahead_plainly);
        if (!seen || !seen->outlooks || seen->outlooks->empty()) return nothing_yet(html, seen);
        web::error_summary(html, seen->errors);
        refusal(html, *seen);
        const std::vector<YearAhead> years = years_ahead(*seen, seen->state);
        picture(html, *seen, years);
        filter(html, *seen, looking, sets);
        how_to_read(html);
        if (seen->outlooks->begun && seen->state == Places::state) html.p({web::cls("small")}, base::say(word::ahead_known_year, html.language(), {{"year", school_year(seen->outlooks->first_year)}}));
        figures(html, *seen, seen->state, word::ahead_figures);
        if (!seen->what_if.nothing() && seen->state != Places::state) figures(html, *seen, Places::state, word::ahead_places_figures);
        what_was(html, *seen);
        gate(html, years);
        what_came(html, *seen);
        html.p({web::cls("small")}, base::say(word::ahead_made, html.language(), {{"name", seen->set.name}, {"day", base::day_in_words(seen->set.imported_at, html.language(), visit.site.time_zone)}}));
    }, status);
}

}  // namespace loopbaankaart::flow

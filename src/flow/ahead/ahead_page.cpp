// GET /stroom/vooruit: the coming years of a programme, a sector or the school as a fan, how far it can be trusted, and what if something changes.
#include <flow/words.hpp>

#include "../pages.hpp"
#include "../story/subject.hpp"
#include "../through/steps.hpp"
#include "ahead_html.hpp"
#include "ahead_words.hpp"
#include "fan.hpp"

namespace loopbaankaart::flow {

namespace ahead {

namespace {

using web::Html;

// ---- the picture

std::optional<Outlook> forecast_then(const Outlooked& seen, std::int32_t year) {
    for (const OutlookLine* line : seen.lines(seen.state, true))
        if (line->year == year && line->refusal == Refusal::none) return line->model;
    return std::nullopt;
}

std::vector<FanYear> picture_of(const Outlooked& seen, const std::vector<YearAhead>& years) {
    std::vector<FanYear> all;
    constexpr std::int32_t most_past = 6;
    const std::int32_t last = seen.outlooks->first_year + (seen.outlooks->begun && seen.state == Places::state ? 0 : -1);
    for (std::int32_t year = last - most_past + 1; year <= last; ++year)
        if (const auto was = seen.outlooks->count_of(seen.subject, CountOf::past, seen.state, year); was || !all.empty()) all.push_back({std::to_string(year), was, {}, {}, forecast_then(seen, year)});
    for (const YearAhead& year : years) all.push_back({std::to_string(year.line->year), {}, year.shown, year.changed, {}});
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
                    const Colour colour = year.judgement == nullptr ? Colour::grey : year.judgement->colour;
                    gate_mark(html, colour);
                    html.span({web::cls("spoken")}, word_of(colour));
                    html.text(" " + base::say(word::ahead_year_says, language, {{"year", school_year(year.line->year)}, {"sentence", sentence_of(year, language)}}));
                });
            if (!years.empty() && years.back().changed)
                html.p({}, base::say(word::ahead_with_change, language, {{"low", limit(years.back().changed->low80, language)}, {"high", limit(years.back().changed->high80, language)},
                                                                        {"before_low", limit(years.back().shown.low80, language)}, {"before_high", limit(years.back().shown.high80, language)}}));
        });
    });
}

void how_to_read(Html& html) {
    html.details({}, [&] {
        html.summary({}, word::how_to_read);
        html.ul({}, [&] {
            for (const base::Word* one : {&word::ahead_read_fan, &word::ahead_read_then, &word::ahead_read_bands, &word::ahead_read_change, &word::ahead_read_places, &word::ahead_read_elsewhere, &word::ahead_read_noise, &word::ahead_read_cause}) html.li({}, *one);
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

}  // namespace ahead

web::Answer show_ahead(const access::Visit& visit) {
    using namespace ahead;
    const Looking looking = looking_in(visit.request.query);
    std::optional<Outlooked> seen;
    std::vector<std::string> sets;
    visit.school().read([&](storage::Reads& reads) {
        for (const KeptSet& set : kept_sets(reads)) sets.push_back(set.name);
        seen = look_ahead(reads, looking);
    });
    if (!seen && !sets.empty()) return visit.absent();
    const int status = seen && !seen->errors.empty() ? 422 : 200;
    return visit.work_page(std::string{word::ahead.in(visit.language())}, [&](web::Html& html) {
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::ahead);
        html.p({web::cls("lead")}, word::ahead_plainly);
        if (!seen || !seen->outlooks || seen->outlooks->empty()) return nothing_yet(html, seen);
        web::error_summary(html, seen->errors);
        refusal(html, *seen);
        const std::vector<YearAhead> years = years_ahead(*seen, seen->state);
        picture(html, *seen, years);
        form(html, *seen, looking, sets);
        how_to_read(html);
        if (seen->outlooks->begun && seen->state == Places::state) html.p({web::cls("small")}, base::say(word::ahead_known_year, html.language(), {{"year", school_year(seen->outlooks->first_year)}}));
        figures(html, *seen, seen->state, word::ahead_figures);
        how_to_talk(html);
        if (!seen->what_if.nothing() && seen->state != Places::state) figures(html, *seen, Places::state, word::ahead_places_figures);
        what_was(html, *seen);
        gate(html, years);
        what_came(html, *seen);
        html.p({web::cls("small")}, base::say(word::ahead_made, html.language(), {{"name", seen->set.name}, {"years", std::to_string(seen->outlooks->years)}, {"day", base::day_in_words(seen->set.imported_at, html.language(), visit.site.time_zone)}}));
    }, status);
}

}  // namespace loopbaankaart::flow

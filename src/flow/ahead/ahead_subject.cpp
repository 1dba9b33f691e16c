#include "ahead_subject.hpp"

#include <algorithm>

#include "../through/steps.hpp"
#include "ahead_html.hpp"
#include "ahead_words.hpp"

namespace loopbaankaart::flow {

namespace {

std::optional<ToldForecast> forecast_of(const Outlooked& seen, std::int32_t year) {
    for (const ahead::YearAhead& one : ahead::years_ahead(seen, seen.state))
        if (one.line->year == year) return ToldForecast{one.shown.median, one.shown.low80, one.shown.high80, one.judgement == nullptr ? Colour::grey : one.judgement->colour};
    for (const OutlookLine* line : seen.lines(seen.state, true)) {
        if (line->year != year || line->refusal != Refusal::none) continue;
        const Judgement* judgement = seen.judgement(seen.state, line->ahead);
        return ToldForecast{line->model.median, line->model.low80, line->model.high80, judgement == nullptr ? Colour::grey : judgement->colour};
    }
    return std::nullopt;
}

// Of nobody to nine it is known that there are few, and nothing to talk about (Guard::few_hidden).
bool says_enough(const ToldFigure& told) {
    if (!told.forecast && !told.came) return false;
    return !base::guarded(base::Guard::few_hidden) || (told.forecast && told.forecast->high >= ten) || told.came.value_or(0) >= ten;
}

}  // namespace

web::Url address_of_forecast(const Outlooked& seen, State state, std::int32_t year) {
    web::Url url = web::path("/stroom/vooruit").with("gegevens", seen.set.name);
    const OutlookSubject& of = seen.shown();
    if (of.level == Level::programme) url = std::move(url).with("opleiding", of.name);
    if (of.level == Level::sector) url = std::move(url).with("sector", of.name);
    if (state != Places::state) url = std::move(url).with("wat", seen.outlooks->states[state]);
    return std::move(url).with("jaar", std::to_string(year));
}

std::string forecast_in_words(const Outlooked& seen, State state, std::int32_t year, base::Language language) { return ahead::what_of(*seen.outlooks, state, language) + " · " + school_year(year); }

std::optional<Subject> find_forecast(storage::Reads& reads, const web::Fields& asked, std::int32_t, base::Language language) {
    const auto year = base::whole_number(asked["jaar"]);
    if (!year || *year < 1900 || *year > 2200) return std::nullopt;
    const auto seen = look_ahead(reads, {.data = std::string{asked["gegevens"]}, .sector = std::string{asked["sector"]}, .programme = std::string{asked["opleiding"]}, .what = std::string{asked["wat"]}, .intake = {}, .fewer = {}, .way = {}, .closed = {}});
    if (!seen || !seen->outlooks || seen->outlooks->empty() || seen->subject != seen->asked) return std::nullopt;
    const auto of_year = static_cast<std::int32_t>(*year);
    const ToldFigure told{.kind = ToldKind::forecast, .seen_until = seen->set.seen_until, .known_since = seen->set.imported_at, .least = seen->set.least, .forecast = forecast_of(*seen, of_year),
                          .came = seen->outlooks->count_of(seen->subject, CountOf::past, seen->state, of_year)};
    if (!says_enough(told)) return std::nullopt;
    return Subject{address_of_forecast(*seen, seen->state, of_year).text(), ahead::group_of(seen->shown(), language), forecast_in_words(*seen, seen->state, of_year, language), told, false};
}

}  // namespace loopbaankaart::flow

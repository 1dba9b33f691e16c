// How a forecast's numbers are said.
#include <fmt/format.h>

#include <flow/words.hpp>

#include <array>

#include "../through/steps.hpp"
#include "ahead_html.hpp"
#include "ahead_words.hpp"
#include "report_words.hpp"

namespace loopbaankaart::flow::ahead {

const base::Word& word_of(Colour colour) {
    constexpr std::array<const base::Word*, 4> colours{&word::green, &word::amber, &word::red, &word::grey};
    return *colours[static_cast<std::size_t>(colour)];
}
std::string group_of(const OutlookSubject& subject, base::Language language) { return subject.level == Level::school ? std::string{word::whole_school.in(language)} : subject.name; }
std::string what_of(const Outlooks& outlooks, State state, base::Language language) {
    return state == Places::state ? std::string{word::ahead_places.in(language)} : state_in_words(outlooks.states[state], language);
}
std::string limit(std::uint32_t students, base::Language language) { return students < ten ? std::string{word::ahead_below_ten.in(language)} : std::to_string(students); }
std::string about(std::uint32_t told, base::Language language) {
    const auto [from, until] = near(told);
    if (told < ten) return limit(0, language);
    return from < ten ? "≤ " + std::to_string(until) : fmt::format("{}–{}", from, until);
}
std::string between(const Outlook& outlook, base::Language language) {
    if (outlook.high80 < ten) return limit(0, language);
    return outlook.low80 < ten ? "≤ " + std::to_string(outlook.high80) : fmt::format("{}–{}", outlook.low80, outlook.high80);
}
std::string between_95(Outlook outlook, base::Language language) {
    outlook.low80 = outlook.low95, outlook.high80 = outlook.high95;
    return between(outlook, language);
}

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

}  // namespace loopbaankaart::flow::ahead

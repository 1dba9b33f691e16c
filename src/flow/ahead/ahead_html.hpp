// Inside ahead: the parts of its page, and how its numbers are said.
#pragma once

#include "looking.hpp"

namespace loopbaankaart::flow::ahead {

const base::Word& word_of(Colour colour);
std::string group_of(const OutlookSubject& subject, base::Language language);
std::string what_of(const Outlooks& outlooks, State state, base::Language language);
std::string limit(std::uint32_t students, base::Language language);         // "44", "onder 10"
std::string about(std::uint32_t told, base::Language language);             // "36–52": of a count with noise
std::string between(const Outlook& outlook, base::Language language);       // "44–61", "≤ 14": of 80%
std::string between_95(Outlook outlook, base::Language language);

// A year of what is shown: the forecast that the gate lets through, and as it would be.
struct YearAhead {
    const OutlookLine* line;
    const Judgement* judgement;
    Outlook shown;
    std::optional<Outlook> changed;
};

std::vector<YearAhead> years_ahead(const Outlooked& seen, State state);
// "In 8 van 10 vergelijkbare jaren tussen 44 en 61 studenten."
std::string sentence_of(const YearAhead& year, base::Language language);

// What to look at, and what if: one form, which the address holds.
void form(web::Html& html, const Outlooked& seen, const Looking& looking, const std::vector<std::string>& sets);
// The figures of the picture, and as they would be.
void figures(web::Html& html, const Outlooked& seen, State state, const base::Word& title);
void what_was(web::Html& html, const Outlooked& seen);
// How far the forecast can be trusted, and on what that rests.
void gate(web::Html& html, const std::vector<YearAhead>& years);
// What was forecast of past years, beside what came.
void what_came(web::Html& html, const Outlooked& seen);

}  // namespace loopbaankaart::flow::ahead

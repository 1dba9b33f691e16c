// Inside two_questions: what its pages share.
#pragma once

#include "../records/record_pages.hpp"
#include "../sharing/shareable.hpp"
#include "themes.hpp"
#include "two_questions.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look questions_look{.sheet = "css/journey/vragen.css"};

web::Url page_of_answer(const base::Id& id);
// What they want to get here, as it begins; else what serves them; else that they do not know yet.
std::string line_of_answer(const Record& answer, base::Language language);
// "Wat je zei op 3 maart 2026", to who said it; "Antwoord van 3 maart 2026", to who reads it.
std::string title_of_answer(const access::Visit& visit, const Record& answer);
// The two questions that were answered, with what was said; `heading`: what stands above each.
enum class AnswerHeading { second, third };
void what_was_answered(web::Html& html, const Answer& answer, AnswerHeading heading);
void all_answered(web::Html& html, const access::Visit& visit, const Record& answer);
void tell_answer(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& answer);

inline constexpr RecordForm answer_form{RecordKind::answer, check_answer, line_of_answer, all_answered, [](const base::Id& id) { return page_of_answer(id); }, tell_answer, &theme_answers};
const Shareable& shared_answers();

}  // namespace loopbaankaart::journey

#include "answer_html.hpp"

#include "../first_words.hpp"
#include "../sharing/shareable_record.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80;

void said(Html& html, AnswerHeading heading, const base::Word& question, std::string_view words) {
    if (words.empty()) return;
    if (heading == AnswerHeading::second) html.h2({web::cls("question-asked")}, question);
    else html.h3({web::cls("question-asked")}, question);
    html.paragraphs(words);
}

}  // namespace

web::Url page_of_answer(const base::Id& id) { return web::path("/vragen", id.view()); }

std::string line_of_answer(const Record& record, base::Language language) {
    const Answer answer = answer_of(record);
    const std::string& words = answer.wants.empty() ? answer.service : answer.wants;
    if (words.empty()) return std::string{word::not_yet.in(language)};
    const std::string_view begins = first_words(words, line_bytes);
    return std::string{begins} + (begins.size() < words.size() ? "…" : "");
}

std::string title_of_answer(const access::Visit& visit, const Record& answer) {
    const bool own = answer.owner == visit.who().person;
    return base::say(own ? word::you_answered_on : word::answer_of_day, visit.language(), {{"day", base::day_in_words(answer.made_at, visit.language(), visit.site.time_zone)}});
}

void what_was_answered(Html& html, const Answer& answer, AnswerHeading heading) {
    if (answer.not_yet) html.p({web::cls("not-yet")}, word::not_yet);
    said(html, heading, word::question_wants, answer.wants);
    said(html, heading, word::question_service, answer.service);
}

void all_answered(Html& html, const access::Visit&, const Record& record) { what_was_answered(html, answer_of(record), AnswerHeading::third); }

void tell_answer(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) { what_was_answered(html, answer_of(record), AnswerHeading::third); }

const Shareable& shared_answers() {
    static const Shareable made = shareable_record<answer_form>("antwoord", "vraag", word::an_answer);
    return made;
}

}  // namespace loopbaankaart::journey

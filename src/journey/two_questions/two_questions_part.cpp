#include "../moments/moments.hpp"
#include "answer_html.hpp"
#include "themes.hpp"
#include "two_questions.sql.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {answer_form};

std::vector<storage::Erasable> tables() {
    return {{.table = "question_later", .holder_column = "owner"},
            {.table = "answer_theme", .holder_column = "id"},
            {.table = std::string{theme_answers.table}, .id_column = "removal", .holder_column = "owner", .other_column = "theme"}};
}

void erase(storage::Writes& writes, storage::School&, const base::Id& person) {
    writes.run(query::erase_question_later, person);
    erase_theme_answers(writes, person);
}

void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    moments_of(asked, {RecordKind::answer, "vraag", word::two_questions, line_of_answer, page_of_answer}, found);
}

Scrap asks(storage::Reads& reads, const access::Visit& visit) {
    if (!question_due(reads, visit.who(), visit.site.now())) return {};
    return [](web::Html& html) {
        html.h2({}, word::school_asks);
        html.p({web::cls("question")}, [&] { html.a({web::href(web::path("/vragen"))}, word::question_wants); });
    };
}

}  // namespace

Part two_questions_part() {
    return {.code = "vragen", .pocket = Pocket{"vraag", word::two_questions, word::two_questions_short, "/vragen", "reisbureau"}, .erasable = tables, .erase = erase,
            .shareable = &shared_answers(), .records = forms, .moments = moments, .asks = asks, .routes = two_questions_routes};
}

}  // namespace loopbaankaart::journey

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

}  // namespace

Part two_questions_part() {
    return {.code = "vragen", .pocket = Pocket{"vraag", word::two_questions, word::two_questions_short, "/vragen", "reisbureau"}, .erasable = tables, .erase = erase,
            .shareable = &shared_answers(), .records = forms, .routes = two_questions_routes};
}

}  // namespace loopbaankaart::journey

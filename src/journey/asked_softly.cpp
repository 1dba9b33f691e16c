#include "asked_softly.hpp"

#include "two_questions/two_questions.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

void asked_softly(web::Html& html, const access::Visit& visit) {
    bool due = false;
    visit.school().read([&](storage::Reads& reads) { due = question_due(reads, visit.who(), visit.site.now()).has_value(); });
    if (!due) return;
    html.p({web::cls("asked-softly")}, [&] {
        html.text(word::school_asks);
        html.text(" ");
        html.a({web::href(web::path("/vragen"))}, word::question_wants);
    });
}

}  // namespace loopbaankaart::journey

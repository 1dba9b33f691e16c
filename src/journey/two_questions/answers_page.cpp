// GET /antwoorden: for staff, the answers that students let them read, by person. What one says is read on its own page, where its owner sees who looked.
#include "answer_html.hpp"
#include "answers_shared.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void one_answer(Html& html, const access::Visit& visit, const SharedAnswer& one) {
    html.li({}, [&] {
        web::symbol(html, "vraag");
        html.span({}, [&] {
            html.a({web::href(page_of_answer(one.shared.thing))}, name_of_answer(visit, one));
            if (one.shared.until) html.span({web::cls("when")}, " · " + until_in_words(visit, one.shared.until));
        });
        if (one.replied) html.span({web::cls("tag")}, word::you_replied);
    });
}

void by_person(Html& html, const access::Visit& visit, const std::vector<std::vector<SharedAnswer>>& people) {
    html.div({web::cls("cards")}, [&] {
        for (const std::vector<SharedAnswer>& theirs : people)
            web::card(html, [&] {
                html.h2({}, theirs.front().shared.owner_name);
                html.ul({web::cls("lines")}, [&] {
                    for (const SharedAnswer& one : theirs) one_answer(html, visit, one);
                });
            });
    });
}

}  // namespace

web::Answer show_answers(const Desk& desk, const access::Visit& visit) {
    std::vector<std::vector<SharedAnswer>> people;
    visit.school().read([&](storage::Reads& reads) { people = answers_by_person(reads, desk, visit); });
    return visit.work_page(title_of(visit, word::answers_to_read), [&](Html& html) {
        html.h1({}, word::answers_to_read);
        html.p({web::cls("lead")}, word::answers_to_read_plainly);
        if (people.empty()) web::empty_place(html, "reisbureau", word::no_answers_to_read);
        else by_person(html, visit, people);
        html.ul({web::cls("ways")}, [&] {
            const auto way = [&](const web::Url& to, const base::Word& name) { html.li({}, [&] { html.a({web::href(to)}, name); }); };
            way(web::path("/antwoorden/thema"), word::themes);
            if (access::coordinator.allows(visit)) way(web::path("/antwoorden/momenten"), word::question_moments);
            way(web::path("/vragen"), word::answer_them_yourself);
        });
    });
}

}  // namespace loopbaankaart::journey

// GET /antwoorden: for staff, the answers that students let them read, by person. What one says is read on its own page, where its owner sees who looked.
#include <algorithm>

#include "../sharing/sharing_pages.hpp"
#include "answer_html.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct SharedAnswer {
    SharedThing shared;
    bool replied = false;  // the viewer said something back
};

std::vector<SharedAnswer> answers_shared_with(const Desk& desk, const access::Visit& visit) {
    std::vector<SharedAnswer> found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        for (SharedThing& one : shared_with(reads, vault, visit.who(), desk.parts, visit.site.now(), visit.language())) {
            if (one.kind.kind != code(RecordKind::answer)) continue;
            const bool replied = !reactions_to(reads, vault, visit.who(), {one.kind.kind, one.thing, one.owner}).empty();
            found.push_back({std::move(one), replied});
        }
    });
    return found;
}

void one_answer(Html& html, const access::Visit& visit, const SharedAnswer& one) {
    html.li({}, [&] {
        web::symbol(html, "vraag");
        html.span({}, [&] {
            const std::string day = base::day_in_words(one.shared.given, visit.language(), visit.site.time_zone);
            html.a({web::href(page_of_answer(one.shared.thing))}, base::say(word::answer_shared_on, visit.language(), {{"day", day}}));
            if (one.shared.until) html.span({web::cls("when")}, " · " + until_in_words(visit, one.shared.until));
        });
        if (one.replied) html.span({web::cls("tag")}, word::you_replied);
    });
}

void by_person(Html& html, const access::Visit& visit, const std::vector<SharedAnswer>& answers) {
    std::vector<base::Id> people;  // who shared something last comes first
    for (const SharedAnswer& one : answers)
        if (std::ranges::find(people, one.shared.owner) == people.end()) people.push_back(one.shared.owner);
    html.div({web::cls("cards")}, [&] {
        for (const base::Id& person : people)
            web::card(html, [&] {
                html.h2({}, std::ranges::find(answers, person, [](const SharedAnswer& one) { return one.shared.owner; })->shared.owner_name);
                html.ul({web::cls("lines")}, [&] {
                    for (const SharedAnswer& one : answers)
                        if (one.shared.owner == person) one_answer(html, visit, one);
                });
            });
    });
}

}  // namespace

web::Answer show_answers(const Desk& desk, const access::Visit& visit) {
    const std::vector<SharedAnswer> answers = answers_shared_with(desk, visit);
    return visit.work_page(title_of(visit, word::answers_to_read), [&](Html& html) {
        html.h1({}, word::answers_to_read);
        html.p({web::cls("lead")}, word::answers_to_read_plainly);
        if (answers.empty()) web::empty_place(html, "reisbureau", word::no_answers_to_read);
        else by_person(html, visit, answers);
        html.ul({web::cls("ways")}, [&] {
            if (access::coordinator.allows(visit)) html.li({}, [&] { html.a({web::href(web::path("/antwoorden/momenten"))}, word::question_moments); });
            html.li({}, [&] { html.a({web::href(web::path("/vragen"))}, word::answer_them_yourself); });
        });
    });
}

}  // namespace loopbaankaart::journey

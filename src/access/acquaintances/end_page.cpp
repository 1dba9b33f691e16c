// GET and POST /mij/kennissen/{person}/einde: no longer knowing somebody, and sharing nothing with each other any more.
#include <access/words.hpp>

#include "acquaintances.hpp"
#include "acquaintances_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

std::optional<Person> acquaintance_asked(const Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("person"));
    std::optional<Person> person;
    if (!id) return person;
    visit.school().read([&](storage::Reads& reads) {
        if (are_acquainted(reads, visit.who().person, *id)) person = find_person(reads, *id);
    });
    return person;
}

}  // namespace

web::Answer ask_acquaintance_end(const Visit& visit) {
    const auto person = acquaintance_asked(visit);
    if (!person) return visit.absent();
    const std::string question = base::say(word::acquaintance_end_sure, visit.language(), {{"name", person->name}});
    return visit.page(question, [&](Html& html) {
        web::back_link(html, web::path("/mij/kennissen"), word::acquaintances);
        html.h1({}, question);
        html.p({}, word::acquaintance_end_what);
        web::form(html, web::path("/mij/kennissen", person->id.view(), "einde"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::acquaintance_end_do);
                web::secondary_link(html, web::path("/mij/kennissen"), word::people_cancel);
            });
        });
    });
}

// Sent twice, the second time there is nothing left to end.
web::Answer end_knowing(const Visit& visit) {
    const web::Url afterwards = web::path("/mij/kennissen").with("gedaan", "einde");
    const auto person = acquaintance_asked(visit);
    if (!person) return web::go(afterwards);
    remember_acquaintance_end(visit.school(), visit.who().person, person->id, visit.site.now());
    return web::Write{[&visit, id = person->id, afterwards](storage::Writes& writes) {
        end_acquaintance(writes, visit.who().person, id, visit.site.now(), *visit.site.randomness);
        return web::go(afterwards);
    }};
}

}  // namespace loopbaankaart::access

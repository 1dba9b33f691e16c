// GET and POST /beheer/mensen/{person}/code: a printed code for who cannot get a mail. It says beforehand what it does.
#include <access/words.hpp>

#include "people_directory.hpp"
#include "people_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

web::Reply code_sheet(const Visit& visit, const Person& person, const std::string& made) {
    return visit.work_page(in_words(visit, word::people_code_title), [&](Html& html) {
        html.h1({}, word::people_code_title);
        html.p({web::cls("no-print")}, word::people_code_once);
        html.div({web::cls("code-sheet")}, [&] {
            html.p({}, visit.site.title);
            html.h2({}, person.name);
            html.p({}, base::say(word::people_code_open, visit.language(), {{"address", visit.site.address + "/wachtwoord/code"}}));
            html.code({}, made);
            html.p({}, word::people_code_ends);
        });
        web::back_link(html, web::path("/beheer/mensen", person.id.view()), word::people_to_person);
    });
}

}  // namespace

web::Answer ask_reset_code(const Visit& visit) {
    const auto person = person_asked(visit);
    if (!person || person->standing != Standing::active) return visit.absent();
    return visit.work_page(in_words(visit, word::people_code_make), [&](Html& html) {
        html.h1({}, person->name);
        html.p({web::cls("lead")}, word::people_code_sure);
        html.ul({}, [&] {
            for (const base::Word* consequence : {&word::people_code_closed, &word::people_code_told, &word::people_code_sessions})
                html.li({}, *consequence);
        });
        web::form(html, web::path("/beheer/mensen", person->id.view(), "code"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::people_code_make, "sleutel");
                web::secondary_link(html, web::path("/beheer/mensen", person->id.view()), word::people_cancel);
            });
        });
    });
}

web::Answer print_reset_code(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) -> web::Reply {
        const auto person = person_asked(writes, visit);
        if (!person || person->standing != Standing::active) return visit.absent();
        return code_sheet(visit, *person, make_reset_code(writes, person->id, visit.who().person, visit.site.now(), *visit.site.randomness));
    }};
}

}  // namespace loopbaankaart::access

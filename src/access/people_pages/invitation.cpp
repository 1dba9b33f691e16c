#include "invitation.hpp"

#include <fmt/format.h>

#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../mail/mail.hpp"
#include "people_directory.hpp"
#include "people_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

void mail_invitation(storage::Writes& writes, const web::Site& site, const Person& person, const std::string& link) {
    const Mail mail{.to = person.email,
                    .subject = std::string{word::mail_invitation_subject.in(person.language)},
                    .text = base::say(word::mail_invitation_text, person.language,
                                      {{"name", person.name}, {"school", site.title}, {"user_name", person.user_name}, {"link", link}})};
    post(writes, mail, site.now(), *site.randomness);
}

web::Reply link_sheet(const Visit& visit, const Person& person, const std::string& link) {
    return visit.work_page(in_words(visit, word::people_link_title), [&](Html& html) {
        html.h1({}, word::people_link_title);
        html.p({web::cls("no-print")}, word::people_link_what);
        html.div({web::cls("code-sheet")}, [&] {
            html.p({}, visit.site.title);
            html.h2({}, person.name);
            html.p({}, base::say(word::people_link_user_name, visit.language(), {{"user_name", person.user_name}}));
            html.p({}, word::people_link_open);
            html.code({}, link);
            html.p({}, word::people_link_ends);
        });
        web::back_link(html, web::path("/beheer/mensen", person.id.view()), word::people_to_person);
    });
}

}  // namespace

web::Reply send_invitation(storage::Writes& writes, const Visit& visit, const Person& person) {
    const web::Site& site = visit.site;
    const std::string token = invite(writes, person.id, site.now(), *site.randomness, person.email);
    const std::string link = fmt::format("{}/welkom/{}", site.address, token);
    record(writes, {visit.who().person, Deed::invited, person.id, "person " + person.id.text()}, site.now(), *site.randomness);
    if (person.email.empty()) return link_sheet(visit, person, link);
    mail_invitation(writes, site, person, link);
    return web::go(web::path("/beheer/mensen", person.id.view()).with("gedaan", "uitgenodigd"));
}

web::Answer invite_again(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) -> web::Reply {
        const auto person = person_asked(writes, visit);
        if (!person) return visit.absent();
        if (person->standing != Standing::invited) return web::go(web::path("/beheer/mensen", person->id.view()));
        return send_invitation(writes, visit, *person);
    }};
}

}  // namespace loopbaankaart::access

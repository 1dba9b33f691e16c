#include "door.hpp"

#include <access/words.hpp>
#include <web/words.hpp>

#include "../drafts/own_device.hpp"
#include "own_address.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

std::string title(const Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }

std::string closed_until(const Visit& visit) {
    std::optional<Person> person;
    visit.school().read([&](storage::Reads& reads) { person = find_person(reads, visit.who().person); });
    const base::Instant until = person && person->content_closed_until ? *person->content_closed_until : visit.site.now();
    return base::day_in_words(until, visit.language(), visit.site.time_zone);
}

// What somebody typed that is kept nowhere, to take along.
void typed_in_vain(Html& html, const Visit& visit) {
    const Kept sent = keep(visit.request);
    const std::vector<std::string_view> words = own_words_in(sent);
    if (!words.empty()) html.p({}, web::word::trouble_typed);
    for (const std::string_view typed : words) html.blockquote({}, [&] { html.paragraphs(typed); });
}

}  // namespace

web::Reply insecure_page(const Visit& visit) {
    const std::string address = visit.site.address;
    return visit.page(title(visit, word::insecure_title), [&](Html& html) {
        web::beside(html, "mirador", [&] {
            html.h1({}, word::insecure_title);
            html.p({}, word::insecure_what);
            if (address.starts_with("https://"))
                html.p({}, [&] { html.a({web::href(web::Url::outside(address))}, address); });
            else
                html.p({}, word::insecure_ask);
            web::actions(html, [&] { web::secondary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
        });
    }, 403);
}

web::Reply foreign_form_page(const Visit& visit) {
    return visit.page(title(visit, word::foreign_title), [&](Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::foreign_title);
            html.p({}, word::foreign_what);
            web::actions(html, [&] { web::secondary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
        });
    }, 403);
}

web::Reply closed_page(const Visit& visit) {
    const std::string until = closed_until(visit);
    return visit.page(title(visit, word::closed_title), [&](Html& html) {
        web::beside(html, "kampvuur", [&] {
            html.h1({}, word::closed_title);
            html.p({}, base::say(word::closed_until, visit.language(), {{"until", until}}));
            html.p({}, word::closed_why);
            html.p({}, word::closed_not_you);
            typed_in_vain(html, visit);
            web::actions(html, [&] { web::secondary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
        });
    }, 403);
}

web::Reply left_page(const Visit& visit) {
    return visit.page(title(visit, word::left_title), [&](Html& html) {
        web::beside(html, "leeg-rugzak", [&] {
            html.h1({}, word::left_title);
            html.p({}, word::left_can_read);
            typed_in_vain(html, visit);
            web::actions(html, [&] { web::primary_link(html, web::path("/rugzak"), word::left_to_own, "rugzak"); });
        });
    }, 403);
}

web::Reply resume_page(const Visit& visit, const Kept& kept) {
    // A frame without its own forms: switching the language here would lose the words.
    const web::Frame frame{.title = title(visit, word::resume_title), .who = visit.viewer ? mark_of(*visit.viewer) : std::string{}};
    const std::vector<std::string_view> words = words_in(kept);
    web::Reply reply = web::page(visit.request, frame, [&](Html& html) {
        web::beside(html, "haven", [&] {
            html.h1({}, word::resume_title);
            html.p({}, words.empty() ? word::resume_nothing : word::resume_what);
            if (visit.viewer) html.p({}, base::say(word::resume_as, visit.language(), {{"name", visit.viewer->name}}));
            for (const std::string_view typed : words) html.blockquote({web::cls("typed")}, [&] { html.paragraphs(typed); });
            web::form(html, web::path(kept.path), visit.form_token, [&] {
                send_kept(html, kept);
                web::actions(html, [&] {
                    web::primary_button(html, word::resume_send);
                    web::secondary_link(html, web::path("/kaart"), word::resume_leave);
                });
            });
        });
    }, visit.request.path == kept.path ? 403 : 200);
    reply.compress = false;  // the key stands beside what somebody typed
    return reply;
}

}  // namespace loopbaankaart::access

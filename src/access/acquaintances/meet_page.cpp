// GET and POST /kennismaken/{code}: saying yes to who made the code. POST /kennismaken: a code that was typed.
#include <access/words.hpp>

#include "../session/sign_in.hpp"
#include "acquaintances.hpp"
#include "acquaintances_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

web::Reply own_code_page(const Visit& visit) {
    return visit.page(title_of(visit, word::own_code), [&](Html& html) {
        html.h1({}, word::own_code);
        html.p({}, word::own_code_is_yours);
        web::actions(html, [&] { web::secondary_link(html, web::path("/mij/kennissen"), word::acquaintances, "mensen"); });
    });
}

web::Reply meeting_page(const Visit& visit, const ContactCode& code) {
    const std::string question = base::say(word::meet_title, visit.language(), {{"name", code.maker_name}});
    return visit.page(question, [&](Html& html) {
        web::beside(html, "reisgezelschap", [&] {
            html.h1({}, question);
            html.p({}, word::meet_what);
            html.p({}, word::meet_ends);
            web::form(html, web::path(visit.request.path), visit.form_token, [&] {
                web::actions(html, [&] {
                    web::primary_button(html, word::meet_yes, "mensen");
                    web::secondary_link(html, web::path("/kaart"), word::meet_no);
                });
            });
        });
    });
}

web::Reply accept(storage::Writes& writes, const Visit& visit) {
    const base::Instant now = visit.site.now();
    const auto code = code_asked(writes, visit);
    if (!code) return code_ended_page(visit);
    const base::Id& viewer = visit.who().person;
    const web::Url known = web::path("/mij/kennissen").with("gedaan", "kennis");
    if (are_acquainted(writes, code->maker, viewer)) return web::go(known);
    if (!code->good) return code_ended_page(visit);
    if (code->maker == viewer) return own_code_page(visit);
    use_contact_code(writes, visit.request.parameter("code"), now);
    acquaint(writes, code->maker, viewer, now, *visit.site.randomness);
    return web::go(known);
}

}  // namespace

std::optional<ContactCode> code_asked(storage::Reads& reads, const Visit& visit) {
    return contact_code(reads, visit.request.parameter("code"), visit.site.now());
}

web::Reply code_ended_page(const Visit& visit) {
    return visit.page(title_of(visit, word::code_ended), [&](Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::code_ended);
            html.p({}, word::code_ended_now);
            web::actions(html, [&] { web::secondary_link(html, web::path("/mij/kennissen"), word::acquaintances, "mensen"); });
        });
    }, 404);
}

web::Answer go_to_code(const Visit& visit) {
    const std::string typed = base::tidy(visit.request.form["code"]);
    return web::go(typed.empty() ? web::path("/mij/kennissen") : web::path("/kennismaken", typed));
}

web::Answer show_meeting(const Visit& visit) {
    std::optional<ContactCode> code;
    visit.school().read([&](storage::Reads& reads) { code = code_asked(reads, visit); });
    const bool good = code && code->good;
    if (!visit.viewer) return good && code->mailed() ? invited_page(visit, *code) : go_to_sign_in(visit);
    if (!good) return code_ended_page(visit);
    return code->maker == visit.who().person ? own_code_page(visit) : meeting_page(visit, *code);
}

web::Answer say_yes(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) { return accept(writes, visit); }};
}

}  // namespace loopbaankaart::access

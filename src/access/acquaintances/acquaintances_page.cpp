// GET /mij/kennissen and what one does there: POST …/code shows a code, POST …/uitnodigen mails one to somebody outside the school.
#include <algorithm>

#include <fmt/format.h>

#include <access/words.hpp>

#include "../mail/mail.hpp"
#include "acquaintances.hpp"
#include "acquaintances_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

struct Shown {
    std::vector<Known> known;
    std::vector<OpenInvitation> invited;
};

struct Typed {
    std::string name, address;
};

// A companion travels along at somebody's invitation and invites nobody from outside.
bool may_invite(const Viewer& viewer) {
    auto others = viewer.roles;
    return others.reset(static_cast<std::size_t>(Role::companion)).any();
}

Shown look(storage::Reads& reads, const Visit& visit) {
    return {acquaintances_of(reads, visit.who().person), open_invitations(reads, visit.who().person, visit.site.now())};
}

void those_known(Html& html, const Shown& shown) {
    if (shown.known.empty()) return html.p({}, word::acquaintances_none);
    html.ul({web::cls("lines")}, [&] {
        for (const Known& one : shown.known)
            html.li({}, [&] {
                html.span({}, one.name);
                html.a({web::href(web::path("/mij/kennissen", one.person.view(), "einde"))}, [&] {
                    html.text(word::acquaintance_end);
                    html.span({web::cls("spoken")}, " " + one.name);
                });
            });
    });
}

void those_invited(Html& html, const Visit& visit, const Shown& shown) {
    if (shown.invited.empty()) return;
    html.h3({}, word::invited_outside);
    html.ul({web::cls("lines")}, [&] {
        for (const OpenInvitation& one : shown.invited)
            html.li({}, [&] {
                html.span({}, fmt::format("{} · {}", one.name, one.address));
                html.span({web::cls("when")}, base::say(word::invited_until, visit.language(),
                                                        {{"day", base::day_in_words(one.ends_at, visit.language(), visit.site.time_zone)}}));
            });
    });
}

void with_codes(Html& html, const Visit& visit) {
    web::card(html, [&] {
        html.h2({}, word::own_code);
        html.p({}, word::own_code_what);
        web::form(html, web::path("/mij/kennissen/code"), visit.form_token, [&] { web::actions(html, [&] { web::primary_button(html, word::own_code_show, "mensen"); }); });
    });
    web::card(html, [&] {
        html.h2({}, word::got_code);
        web::form(html, web::path("/kennismaken"), visit.form_token, [&] {
            web::text_field(html, {.name = "code", .label = word::contact_code, .hint = &word::contact_code_hint, .autocomplete = "off"}, web::Writing::code);
            web::actions(html, [&] { web::secondary_button(html, word::got_code_go); });
        });
    });
}

void invitation(Html& html, const Visit& visit, const Shown& shown, const Typed& typed, const web::FieldErrors& errors) {
    web::card(html, [&] {
        html.h2({}, word::from_outside);
        html.p({}, word::from_outside_what);
        web::form(html, web::path("/mij/kennissen/uitnodigen"), visit.form_token, [&] {
            web::text_field(html, {.name = "naam", .label = word::from_outside_name, .value = typed.name, .error = errors.find("naam"), .autocomplete = "off"});
            web::text_field(html, {.name = "email", .label = word::address, .value = typed.address, .error = errors.find("email"), .autocomplete = "off"},
                            web::Writing::email);
            web::actions(html, [&] { web::secondary_button(html, word::from_outside_do, "brief"); });
        });
        those_invited(html, visit, shown);
    });
}

std::string notice_of(const Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = done == "kennis" ? &word::now_acquainted : done == "post" ? &word::from_outside_sent : done == "einde" ? &word::acquaintance_ended : nullptr;
    return said ? title_of(visit, *said) : std::string{};
}

web::Reply acquaintances_page(const Visit& visit, const Shown& shown, const Typed& typed, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::acquaintances), [&](Html& html) {
        web::back_link(html, web::path("/mij"), word::me);
        html.h1({}, word::acquaintances);
        html.p({web::cls("lead")}, word::acquaintances_what);
        web::error_summary(html, errors);
        those_known(html, shown);
        html.p({web::cls("small")}, word::staff_are_known);
        html.div({web::cls("cards")}, [&] {
            with_codes(html, visit);
            if (may_invite(visit.who())) invitation(html, visit, shown, typed, errors);
        });
    }, errors.empty() ? 200 : 422, notice_of(visit));
}

web::Reply code_sheet(const Visit& visit, const std::string& code) {
    web::Reply reply = visit.page(title_of(visit, word::own_code), [&](Html& html) {
        web::back_link(html, web::path("/mij/kennissen"), word::acquaintances);
        html.h1({}, word::own_code);
        html.p({}, word::own_code_how);
        web::card(html, [&] {
            html.p({}, word::own_code_type);
            html.p({web::cls("own-code")}, [&] { html.code({}, code); });
            html.p({}, word::own_code_link);
            html.p({}, [&] { html.code({}, fmt::format("{}/kennismaken/{}", visit.site.address, code)); });
        });
        html.p({web::cls("small")}, word::own_code_ends);
    });
    reply.compress = false;  // the key stands beside a secret
    return reply;
}

// Who is known by that address already, and whether anybody is, nobody hears: the same mail goes, and the same page comes.
void mail_code(storage::Writes& writes, const Visit& visit, const Typed& typed) {
    const base::Instant now = visit.site.now();
    const auto open = open_invitations(writes, visit.who().person, now);
    const bool just_now = std::ranges::any_of(open, [&](const OpenInvitation& one) {
        return one.address == typed.address && one.ends_at > now + contact_code_lasts - invitation_pause;
    });
    if (just_now) return;
    const std::string code = make_contact_code(writes, visit.who().person, typed.name, typed.address, now, *visit.site.randomness);
    post(writes, {.to = typed.address,
                  .subject = title_of(visit, word::mail_meet_subject),
                  .text = base::say(word::mail_meet_text, visit.language(),
                                    {{"name", typed.name}, {"traveller", visit.who().name}, {"school", visit.site.title},
                                     {"link", fmt::format("{}/kennismaken/{}", visit.site.address, code)}})},
         now, *visit.site.randomness);
}

web::Reply invite(storage::Writes& writes, const Visit& visit, const Typed& typed) {
    web::FieldErrors errors;
    if (typed.name.empty() || base::characters(typed.name) > 200) errors.add("naam", word::name_missing);
    if (!is_address(typed.address)) errors.add("email", word::email_bad);
    const Shown shown = look(writes, visit);
    const bool again = std::ranges::any_of(shown.invited, [&](const OpenInvitation& one) { return one.address == typed.address; });
    if (errors.empty() && !again && shown.invited.size() >= most_invitations) errors.add("", word::invited_enough);
    if (!errors.empty()) return acquaintances_page(visit, shown, typed, errors);
    mail_code(writes, visit, typed);
    return web::go(web::path("/mij/kennissen").with("gedaan", "post"));
}

}  // namespace

std::string title_of(const Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }

web::Answer show_acquaintances(const Visit& visit) {
    Shown shown;
    visit.school().read([&](storage::Reads& reads) { shown = look(reads, visit); });
    return acquaintances_page(visit, shown, {}, {});
}

web::Answer show_own_code(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) {
        return code_sheet(visit, make_contact_code(writes, visit.who().person, {}, {}, visit.site.now(), *visit.site.randomness));
    }};
}

web::Answer invite_from_outside(const Visit& visit) {
    if (!may_invite(visit.who())) return visit.absent();
    return web::Write{[&visit, typed = Typed{base::tidy_name(visit.request.form["naam"]), normal_address(visit.request.form["email"])}](storage::Writes& writes) {
        return invite(writes, visit, typed);
    }};
}

}  // namespace loopbaankaart::access

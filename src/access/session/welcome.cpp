// /welkom/{token}: who is invited sees their name and user name, sets a first password and is in.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../people/password.hpp"
#include "../people/single_use.hpp"
#include "../policy/own_address.hpp"
#include "new_password.hpp"
#include "sign_in.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

// The invited person, while the invitation is good. Who has a password already has other ways to a new one.
std::optional<Person> invited(storage::Reads& reads, const Visit& visit) {
    const auto key = find_key(reads, visit.request.parameter("token"), Purpose::invitation, visit.site.now());
    auto person = key ? find_person(reads, key->person) : std::nullopt;
    const bool may_begin = person && (person->standing == Standing::invited || !base::guarded(base::Guard::invitation_once));
    return may_begin ? person : std::nullopt;
}

std::optional<Person> invited(const Visit& visit) {
    std::optional<Person> person;
    visit.school().read([&](storage::Reads& reads) { person = invited(reads, visit); });
    return person;
}

web::Reply invitation_ended_page(const Visit& visit) {
    return visit.page(std::string{word::invitation_ended.in(visit.language())}, [&](Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::invitation_ended);
            html.p({}, word::invitation_ended_now);
            web::actions(html, [&] { web::secondary_link(html, web::path("/inloggen"), word::sign_in); });
        });
    }, 404);
}

web::Reply welcome_page(const Visit& visit, const Person& person, web::FieldErrors errors = {}) {
    const std::string greeting = base::say(word::welcome_what, visit.language(), {{"name", person.name}});
    return new_password_page(visit, {.title = word::welcome, .drawing = "reisgezelschap", .what = greeting, .action = visit.request.path,
                                     .user_name = person.user_name, .button = word::welcome_begin, .errors = std::move(errors),
                                     .before = [&](Html& html) {
                                         html.p({}, [&] {
                                             html.text(word::your_user_name);
                                             html.text(" ");
                                             html.strong({}, person.user_name);
                                         });
                                     }});
}

web::Reply begin(storage::Writes& writes, const Visit& visit, const std::string& hash) {
    const base::Instant now = visit.site.now();
    const auto person = invited(writes, visit);
    const auto key = person ? use_key(writes, visit.request.parameter("token"), Purpose::invitation, now) : std::nullopt;
    if (!key) return invitation_ended_page(visit);
    set_password(writes, person->id, hash, now);
    confirm_address(writes, person->id, key->sent_to, now);
    record(writes, {person->id, Deed::password_set, person->id, {}}, now, *visit.site.randomness);
    web::Reply reply = go_back({}, home);
    enter(writes, visit, *person, reply);
    return reply;
}

}  // namespace

web::Answer show_welcome(const Visit& visit) {
    const auto person = invited(visit);
    return person ? welcome_page(visit, *person) : invitation_ended_page(visit);
}

web::Answer set_first_password(const Visit& visit) {
    const auto person = invited(visit);
    if (!person) return invitation_ended_page(visit);
    const std::string_view typed = visit.request.form["wachtwoord"];
    if (auto checked = check_password_of(typed, person->user_name, person->name); !checked) {
        web::FieldErrors errors;
        errors.add("wachtwoord", checked.error());
        return welcome_page(visit, *person, std::move(errors));
    }
    return web::Slow{[&visit, password = std::string{typed}]() -> web::Answer {
        return web::Write{[&visit, hash = hash_password(password)](storage::Writes& writes) { return begin(writes, visit, hash); }};
    }};
}

}  // namespace loopbaankaart::access

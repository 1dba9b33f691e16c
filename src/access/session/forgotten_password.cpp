// /wachtwoord/vergeten: a link to the confirmed address. Whoever asks for whatever name, the answer is the same.
#include <fmt/format.h>

#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../mail/mail.hpp"
#include "../people/password.hpp"
#include "../people/single_use.hpp"
#include "../policy/own_address.hpp"
#include "new_password.hpp"
#include "session.hpp"
#include "sign_in.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

std::vector<Person> people_meant(storage::Reads& reads, std::string_view typed, base::Instant now) {
    if (typed.find('@') != std::string_view::npos) {
        auto people = find_by_confirmed_address(reads, typed);
        std::erase_if(people, [&](const Person& person) { return !may_enter(person, now); });
        if (!people.empty()) return people;
    }
    auto person = find_by_user_name(reads, typed);
    const bool reachable = person && may_enter(*person, now) && !person->email.empty() && address_is_confirmed(reads, person->id);
    return reachable ? std::vector{*person} : std::vector<Person>{};
}

void mail_link(storage::Writes& writes, const Person& person, const web::Site& site, base::Instant now, base::Randomness& randomness) {
    if (has_recent_key(writes, person.id, Purpose::reset_link, now + reset_link_lasts - reset_link_pause)) return;
    const std::string token = base::make_token(randomness);
    keep_key(writes, token, {person.id, Purpose::reset_link, person.email}, std::nullopt, now + reset_link_lasts, now);
    const std::string link = fmt::format("{}/wachtwoord/nieuw/{}", site.address, token);
    post(writes, {.to = person.email,
                  .subject = std::string{word::mail_reset_subject.in(person.language)},
                  .text = base::say(word::mail_reset_text, person.language,
                                    {{"school", site.title}, {"user_name", person.user_name}, {"link", link}})},
         now, randomness);
}

std::optional<Person> person_of_link(storage::Reads& reads, const Visit& visit) {
    const auto key = find_key(reads, visit.request.parameter("token"), Purpose::reset_link, visit.site.now());
    auto person = key ? find_person(reads, key->person) : std::nullopt;
    return person && may_enter(*person, visit.site.now()) && person->email == key->sent_to ? person : std::nullopt;
}

std::optional<Person> person_of_link(const Visit& visit) {
    std::optional<Person> person;
    visit.school().read([&](storage::Reads& reads) { person = person_of_link(reads, visit); });
    return person;
}

web::Reply reset_link_ended_page(const Visit& visit) {
    return visit.page(std::string{word::reset_ended.in(visit.language())}, [&](Html& html) {
        web::beside(html, "verdwaald", [&] {
            html.h1({}, word::reset_ended);
            html.p({}, word::reset_ended_now);
            web::actions(html, [&] { web::primary_link(html, web::path("/wachtwoord/vergeten"), word::forgot_password); });
        });
    }, 404);
}

web::Reply reset_page(const Visit& visit, const Person& person, web::FieldErrors errors = {}) {
    return new_password_page(visit, {.title = word::reset_password, .what = std::string{word::reset_password_what.in(visit.language())}, .action = visit.request.path,
                                     .user_name = person.user_name, .button = word::reset_password_do, .errors = std::move(errors)});
}

web::Reply reset_by_link(storage::Writes& writes, const Visit& visit, const std::string& hash) {
    const base::Instant now = visit.site.now();
    const auto person = person_of_link(writes, visit);
    if (!person || !use_key(writes, visit.request.parameter("token"), Purpose::reset_link, now)) return reset_link_ended_page(visit);
    set_password(writes, person->id, hash, now);
    end_sessions(writes, person->id);
    record(writes, {person->id, Deed::password_reset, person->id, {}}, now, *visit.site.randomness);
    tell_of_new_password(writes, *person, visit.site, now);
    web::Reply reply = go_back({}, home);
    enter(writes, visit, *person, reply);
    return reply;
}

}  // namespace

web::Answer show_forgotten(const Visit& visit) {
    return visit.page(std::string{word::forgot_password.in(visit.language())}, [&](Html& html) {
        web::beside(html, "doolhof", [&] {
            html.h1({}, word::forgot_password);
            html.p({}, word::forgot_what);
            web::form(html, web::path("/wachtwoord/vergeten"), visit.form_token, [&] {
                web::text_field(html, {.name = "naam", .label = word::user_name_or_address, .autocomplete = "username"}, web::Writing::code);
                web::actions(html, [&] { web::primary_button(html, word::forgot_send); });
            });
            html.ul({web::cls("ways")}, [&] { html.li({}, [&] { html.a({web::href(web::path("/wachtwoord/code"))}, word::have_code); }); });
        });
    });
}

web::Answer mail_reset_link(const Visit& visit) {
    // No reply waits for this: how long it takes would tell whether the account exists.
    visit.school().write([typed = std::string{visit.request.form["naam"]}, site = visit.site, now = visit.site.now()](storage::Writes& writes) {
        base::SystemRandomness randomness;
        for (const Person& person : people_meant(writes, typed, now)) mail_link(writes, person, site, now, randomness);
    }, [](storage::Failure) {});
    return visit.page(std::string{word::forgot_sent.in(visit.language())}, [&](Html& html) {
        web::beside(html, "haven", [&] {
            html.h1({}, word::forgot_sent);
            html.p({}, word::forgot_sent_what);
            html.p({}, word::forgot_no_address);
            web::actions(html, [&] { web::secondary_link(html, web::path("/wachtwoord/code"), word::have_code); });
        });
    });
}

web::Answer show_reset(const Visit& visit) {
    const auto person = person_of_link(visit);
    return person ? reset_page(visit, *person) : reset_link_ended_page(visit);
}

web::Answer reset_password(const Visit& visit) {
    const auto person = person_of_link(visit);
    if (!person) return reset_link_ended_page(visit);
    const std::string_view typed = visit.request.form["wachtwoord"];
    if (auto checked = check_password_of(typed, person->user_name, person->name); !checked) {
        web::FieldErrors errors;
        errors.add("wachtwoord", checked.error());
        return reset_page(visit, *person, std::move(errors));
    }
    return web::Slow{[&visit, password = std::string{typed}]() -> web::Answer {
        return web::Write{[&visit, hash = hash_password(password)](storage::Writes& writes) { return reset_by_link(writes, visit, hash); }};
    }};
}

}  // namespace loopbaankaart::access

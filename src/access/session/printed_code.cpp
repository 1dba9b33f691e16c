// /wachtwoord/code: a printed code and a new password. No back door for who printed it: every session ends, own content
// stays closed for 72 hours, the person hears it on every page of that time, and the audit keeps it.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../people/password.hpp"
#include "../people/single_use.hpp"
#include "../policy/own_address.hpp"
#include "new_password.hpp"
#include "people.sql.hpp"
#include "sign_in.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

constexpr std::chrono::hours content_waits{72};  // trust.md, "Three kinds of record"

web::Reply code_page(const Visit& visit, web::FieldErrors errors = {}) {
    const base::Error* wrong = errors.find("code");
    const auto error = wrong ? std::optional{*wrong} : std::nullopt;
    const std::string typed_name{visit.request.form["naam"]}, typed_code{visit.request.form["code"]};
    web::Reply reply = new_password_page(visit, {.title = word::code_title, .drawing = "reisbureau", .what = std::string{word::code_what.in(visit.language())}, .action = "/wachtwoord/code",
                                     .user_name = {}, .button = word::reset_password_do, .errors = std::move(errors),
                                     .before = [&](Html& html) {
        web::text_field(html, {.name = "naam", .label = word::user_name, .value = typed_name, .autocomplete = "username"}, web::Writing::code);
        web::text_field(html, {.name = "code", .label = word::printed_code, .hint = &word::printed_code_hint, .value = typed_code,
                               .error = error ? &*error : nullptr, .autocomplete = "one-time-code"}, web::Writing::code);
    }});
    reply.compress = false;
    return reply;
}

web::Reply code_page(const Visit& visit, std::string_view field, const base::Error& error) {
    web::FieldErrors errors;
    errors.add(field, error);
    return code_page(visit, std::move(errors));
}

// The person of that name, if the code is theirs and still good.
std::optional<Person> person_of_code(storage::Reads& reads, const Visit& visit) {
    auto person = find_by_user_name(reads, visit.request.form["naam"]);
    const auto key = find_key(reads, visit.request.form["code"], Purpose::reset_code, visit.site.now());
    const bool theirs = person && key && key->person == person->id && person->standing == Standing::active;
    return theirs ? person : std::nullopt;
}

web::Reply reset_by_code(storage::Writes& writes, const Visit& visit, const std::string& hash) {
    const base::Instant now = visit.site.now();
    const auto person = person_of_code(writes, visit);
    if (!person || !use_key(writes, visit.request.form["code"], Purpose::reset_code, now)) return code_page(visit, "code", word::code_wrong);
    set_password(writes, person->id, hash, now);
    end_sessions(writes, person->id);
    writes.run(query::close_content, now + content_waits, person->id);
    record(writes, {person->id, Deed::password_reset, person->id, "printed code"}, now, *visit.site.randomness);
    tell_of_new_password(writes, *person, visit.site, now);
    web::Reply reply = go_back("/mij", home);
    enter(writes, visit, *person, reply);
    return reply;
}

}  // namespace

web::Answer show_code(const Visit& visit) { return code_page(visit); }

web::Answer reset_with_code(const Visit& visit) {
    std::optional<Person> person;
    visit.school().read([&](storage::Reads& reads) { person = person_of_code(reads, visit); });
    if (!person) return code_page(visit, "code", word::code_wrong);
    const std::string_view typed = visit.request.form["wachtwoord"];
    if (auto checked = check_password_of(typed, person->user_name, person->name); !checked)
        return code_page(visit, "wachtwoord", checked.error());
    return web::Slow{[&visit, password = std::string{typed}]() -> web::Answer {
        return web::Write{[&visit, hash = hash_password(password)](storage::Writes& writes) { return reset_by_code(writes, visit, hash); }};
    }};
}

}  // namespace loopbaankaart::access

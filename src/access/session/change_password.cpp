// /wachtwoord: who is signed in sets another password. The other sessions end; this one stays.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../people/password.hpp"
#include "new_password.hpp"
#include "session.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

web::Reply change_page(const Visit& visit, web::FieldErrors errors = {}) {
    const base::Error* wrong = errors.find("oud-wachtwoord");
    const auto error = wrong ? std::optional{*wrong} : std::nullopt;
    return new_password_page(visit, {.title = word::change_password, .what = std::string{word::change_password_what.in(visit.language())}, .action = "/wachtwoord",
                                     .user_name = {}, .button = word::change_password_do, .errors = std::move(errors),
                                     .before = [&](Html& html) {
                                         web::password_field(html, {.name = "oud-wachtwoord", .label = word::old_password,
                                                                    .error = error ? &*error : nullptr, .autocomplete = "current-password"});
                                     }});
}

web::Reply change_page(const Visit& visit, std::string_view field, const base::Error& error) {
    web::FieldErrors errors;
    errors.add(field, error);
    return change_page(visit, std::move(errors));
}

struct Current {
    std::optional<Person> person;
    std::optional<std::string> hash;
};

Current current_of(const Visit& visit) {
    Current current;
    visit.school().read([&](storage::Reads& reads) {
        current.person = find_person(reads, visit.who().person);
        current.hash = password_of(reads, visit.who().person);
    });
    return current;
}

// Somebody at an unlocked phone may guess as slowly as anywhere else.
bool old_password_fits(const Visit& visit, Attempts& attempts, const Current& current) {
    const std::string session = base::sha256_hex(visit.request.cookie(session_cookie));
    const Attempt attempt{visit.school().name(), current.person->user_name, visit.request.client, session};
    if (attempts.wait_before(attempt, visit.site.now())) return false;
    const bool right = verify_password(current.hash, visit.request.form["oud-wachtwoord"]);
    if (right) attempts.succeeded(attempt, visit.site.now());
    return right;
}

web::Reply change(storage::Writes& writes, const Visit& visit, const Current& current, const std::string& hash) {
    const base::Instant now = visit.site.now();
    if (password_of(writes, current.person->id) != current.hash) return change_page(visit, "oud-wachtwoord", word::old_password_wrong);
    set_password(writes, current.person->id, hash, now);
    end_other_sessions(writes, current.person->id, visit.request.cookie(session_cookie));
    record(writes, {current.person->id, Deed::password_set, current.person->id, {}}, now, *visit.site.randomness);
    tell_of_new_password(writes, *current.person, visit.site, now);
    return web::go(web::path("/mij").with("gedaan", "wachtwoord"));
}

web::Answer check_change(const Visit& visit, Attempts& attempts) {
    const Current current = current_of(visit);
    if (!current.person) return visit.absent();
    const std::string_view typed = visit.request.form["wachtwoord"];
    if (auto checked = check_password_of(typed, current.person->user_name, current.person->name); !checked)
        return change_page(visit, "wachtwoord", checked.error());
    if (!old_password_fits(visit, attempts, current)) return change_page(visit, "oud-wachtwoord", word::old_password_wrong);
    return web::Write{[&visit, current, hash = hash_password(typed)](storage::Writes& writes) { return change(writes, visit, current, hash); }};
}

}  // namespace

web::Answer show_change_password(const Visit& visit) { return change_page(visit); }

Handler change_password_with(std::shared_ptr<Attempts> attempts) {
    return [attempts](const Visit& visit) -> web::Answer {
        return web::Slow{[attempts, &visit] { return check_change(visit, *attempts); }};
    };
}

}  // namespace loopbaankaart::access

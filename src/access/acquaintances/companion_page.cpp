// POST /kennismaken/{code}/account: who was mailed a code and has no account yet becomes a companion. The address is their user name, so that
// sending again makes no second account.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "../people/password.hpp"
#include "../session/new_password.hpp"
#include "../session/sign_in.hpp"
#include "acquaintances.hpp"
#include "acquaintances_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

web::Url to_sign_in(const Visit& visit) {
    const std::string code{visit.request.parameter("code")};
    return web::path("/inloggen").with("naar", web::path("/kennismaken", code).text());
}

std::string name_of(const Visit& visit, const ContactCode& code) {
    return visit.request.method == web::Method::post ? base::tidy_name(visit.request.form["heet"]) : code.name;
}

// Only who holds the link, which went to that address, hears this.
web::Reply has_account_page(const Visit& visit) {
    return visit.page(std::string{word::has_account.in(visit.language())}, [&](Html& html) {
        web::beside(html, "reisgezelschap", [&] {
            html.h1({}, word::has_account);
            html.p({}, word::has_account_what);
            web::actions(html, [&] { web::primary_link(html, to_sign_in(visit), word::sign_in, "mens"); });
        });
    });
}

web::Reply companion_page(const Visit& visit, const ContactCode& code, web::FieldErrors errors = {}) {
    const std::string invited = base::say(word::companion_what, visit.language(), {{"traveller", code.maker_name}, {"school", visit.site.title}});
    const base::Error* wrong = errors.find("heet");
    const auto error = wrong ? std::optional{*wrong} : std::nullopt;
    const std::string name = name_of(visit, code);
    const std::string to{web::path("/kennismaken", visit.request.parameter("code"), "account").text()};
    return new_password_page(visit, {.title = word::companion_title, .drawing = "reisgezelschap", .what = invited, .action = to, .user_name = code.sent_to,
                                     .button = word::welcome_begin, .errors = std::move(errors), .before = [&](Html& html) {
        html.p({}, word::companion_sees);
        html.p({}, [&] { html.a({web::href(to_sign_in(visit))}, word::companion_has_account); });
        html.p({}, [&] {
            html.text(word::your_user_name);
            html.text(" ");
            html.strong({}, code.sent_to);
        });
        web::text_field(html, {.name = "heet", .label = word::companion_name, .value = name, .error = error ? &*error : nullptr, .autocomplete = "name"});
    }});
}

web::Reply begin(storage::Writes& writes, const Visit& visit, const std::string& hash) {
    const base::Instant now = visit.site.now();
    const auto code = code_asked(writes, visit);
    if (!code || !code->good || !code->mailed()) return code_ended_page(visit);
    const Person person{.id = visit.site.new_id(), .user_name = code->sent_to, .name = name_of(visit, *code), .email = code->sent_to, .language = visit.language()};
    if (find_by_user_name(writes, person.user_name)) return has_account_page(visit);
    if (const auto added = add_person(writes, person, {{Role::companion, std::nullopt}}, now); !added) {
        web::FieldErrors errors;
        errors.add("heet", added.error());
        return companion_page(visit, *code, std::move(errors));
    }
    if (!use_contact_code(writes, visit.request.parameter("code"), now)) return code_ended_page(visit);
    record(writes, {code->maker, Deed::person_added, person.id, "person " + person.id.text()}, now, *visit.site.randomness);
    set_password(writes, person.id, hash, now);
    confirm_address(writes, person.id, code->sent_to, now);
    record(writes, {person.id, Deed::password_set, person.id, {}}, now, *visit.site.randomness);
    acquaint(writes, code->maker, person.id, now, *visit.site.randomness);
    web::Reply reply = web::go(web::path("/mee"));
    enter(writes, visit, person, reply);
    return reply;
}

}  // namespace

web::Reply invited_page(const Visit& visit, const ContactCode& code) {
    bool has_account = false;
    visit.school().read([&](storage::Reads& reads) { has_account = find_by_user_name(reads, code.sent_to).has_value(); });
    return has_account ? has_account_page(visit) : companion_page(visit, code);
}

web::Answer become_companion(const Visit& visit) {
    std::optional<ContactCode> code;
    visit.school().read([&](storage::Reads& reads) { code = code_asked(reads, visit); });
    if (!code || !code->good || !code->mailed()) return code_ended_page(visit);
    const std::string_view typed = visit.request.form["wachtwoord"];
    if (auto checked = check_password_of(typed, code->sent_to, name_of(visit, *code)); !checked) {
        web::FieldErrors errors;
        errors.add("wachtwoord", checked.error());
        return companion_page(visit, *code, std::move(errors));
    }
    return web::Slow{[&visit, password = std::string{typed}]() -> web::Answer {
        return web::Write{[&visit, hash = hash_password(password)](storage::Writes& writes) { return begin(writes, visit, hash); }};
    }};
}

}  // namespace loopbaankaart::access

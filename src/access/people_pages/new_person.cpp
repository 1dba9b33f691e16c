// GET and POST /beheer/mensen/nieuw.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "invitation.hpp"
#include "people_directory.hpp"
#include "people_pages.hpp"
#include "role_fields.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

struct NewPerson {
    Person person;
    RoleChoice role;
};

NewPerson typed_in(const Visit& visit) {
    const web::Fields& form = visit.request.form;
    NewPerson typed;
    typed.person = {.id = base::Id::parse(form["id"]).value_or(visit.site.new_id()),
                    .user_name = normal_user_name(form["inlognaam"]),
                    .name = base::tidy_name(form["naam"]),
                    .email = normal_address(form["email"]),
                    .language = base::parse_language(form["taal"]).value_or(base::Language::nl)};
    typed.role = role_choice(form);
    return typed;
}

std::string_view field_of(const base::Error& error) {
    if (error.code() == word::name_missing.id) return "naam";
    if (error.code() == word::email_bad.id) return "email";
    if (error.code() == word::people_role_missing.id) return "rol";
    return "inlognaam";
}

void language_field(Html& html, base::Language chosen) {
    const std::vector<web::Choice> choices{{"nl", "Nederlands"}, {"en", "English"}};
    web::select(html, {.name = "taal", .label = word::people_language, .value = base::code(chosen), .choices = choices});
}

web::Reply new_page(const Visit& visit, const NewPerson& typed, const std::vector<Team>& teams, const web::FieldErrors& errors) {
    const Person& person = typed.person;
    return visit.work_page(in_words(visit, word::people_add), [&](Html& html) {
        web::back_link(html, web::path("/beheer/mensen"), word::people_to_list);
        html.h1({}, word::people_add);
        web::error_summary(html, errors);
        web::form(html, web::path("/beheer/mensen/nieuw"), visit.form_token, visit.site.new_id(), [&] {
            web::text_field(html, {.name = "naam", .label = word::name, .value = person.name, .error = errors.find("naam"), .autocomplete = "off"});
            web::text_field(html, {.name = "inlognaam", .label = word::user_name, .hint = &word::people_user_name_hint, .value = person.user_name,
                                   .error = errors.find("inlognaam"), .autocomplete = "off", .optional = true});
            web::text_field(html, {.name = "email", .label = word::address, .hint = &word::people_address_hint, .value = person.email,
                                   .error = errors.find("email"), .autocomplete = "off", .optional = true}, web::Writing::email);
            language_field(html, person.language);
            role_fields(html, typed.role, teams, errors);
            web::actions(html, [&] { web::primary_button(html, word::people_add_do, "plus"); });
        });
    }, errors.empty() ? 200 : 422);
}

web::Reply again(storage::Reads& reads, const Visit& visit, const NewPerson& typed, const base::Error& error) {
    web::FieldErrors errors;
    errors.add(field_of(error), error);
    return new_page(visit, typed, teams_by_name(reads), errors);
}

web::Reply add(storage::Writes& writes, const Visit& visit, const NewPerson& typed) {
    Person person = typed.person;
    const web::Url page = web::path("/beheer/mensen", person.id.view());
    if (find_person(writes, person.id)) return web::go(page);  // the form was sent twice
    if (!typed.role.role) return again(writes, visit, typed, word::people_role_missing);
    if (person.user_name.empty()) person.user_name = propose_user_name(writes, person.name);

    const base::Instant now = visit.site.now();
    const auto added = add_person(writes, person, {}, now);
    if (!added) return again(writes, visit, typed, added.error());
    add_role(writes, person.id, chosen_role(writes, typed.role, visit.site));
    record(writes, {visit.who().person, Deed::person_added, person.id, "person " + person.id.text()}, now, *visit.site.randomness);
    return send_invitation(writes, visit, person);
}

}  // namespace

web::Answer show_new_person(const Visit& visit) {
    std::vector<Team> teams;
    visit.school().read([&](storage::Reads& reads) { teams = teams_by_name(reads); });
    NewPerson empty;
    empty.person.language = base::Language::nl;
    return new_page(visit, empty, teams, {});
}

web::Answer add_new_person(const Visit& visit) {
    return web::Write{[&visit, typed = typed_in(visit)](storage::Writes& writes) { return add(writes, visit, typed); }};
}

}  // namespace loopbaankaart::access

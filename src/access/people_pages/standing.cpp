// GET and POST /beheer/mensen/{person}/stand?naar=…: suspended, reinstated, or left the school. Each asks first, and says what happens.
#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "people_directory.hpp"
#include "people_pages.hpp"
#include "person_page.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

struct Change {
    Standing to;
    Deed deed;
    const base::Word* question;
    const base::Word* consequence;
    const base::Word* yes;
};

std::optional<Change> change_to(std::string_view standing) {
    if (standing == "suspended")
        return Change{Standing::suspended, Deed::suspended, &word::people_suspend_sure, &word::people_suspend_what, &word::people_suspend};
    if (standing == "left") return Change{Standing::left, Deed::person_left, &word::people_leave_sure, &word::people_leave_what, &word::people_leave};
    if (standing == "active")
        return Change{Standing::active, Deed::reinstated, &word::people_reinstate_sure, &word::people_reinstate_what, &word::people_reinstate};
    return std::nullopt;
}

web::Reply carry_out(storage::Writes& writes, const Visit& visit, const Change& change) {
    const auto person = person_asked(writes, visit);
    if (!person) return visit.absent();
    // Who never chose a password goes back to being invited.
    const Standing to = change.to == Standing::active && !has_password(writes, person->id) ? Standing::invited : change.to;
    const web::Url page = web::path("/beheer/mensen", person->id.view()).with("gedaan", "stand");
    if (person->standing == to) return web::go(page);

    bool administers = false;
    for (const RoleInTeam& role : roles_of(writes, person->id)) administers = administers || role.role == Role::administrator;
    const bool out = to == Standing::suspended || to == Standing::left;
    if (out && administers && !has_other_administrator(writes, person->id))
        return person_page(writes, visit, *person, word::people_last_administrator);

    set_standing(writes, person->id, to, visit.site.now());
    record(writes, {visit.who().person, change.deed, person->id, "person " + person->id.text()}, visit.site.now(), *visit.site.randomness);
    return web::go(page);
}

}  // namespace

web::Answer ask_standing(const Visit& visit) {
    const auto change = change_to(visit.request.query["naar"]);
    const auto person = person_asked(visit);
    if (!change || !person) return visit.absent();
    return visit.work_page(in_words(visit, *change->question), [&](Html& html) {
        html.h1({}, person->name);
        html.p({web::cls("lead")}, *change->question);
        html.p({}, *change->consequence);
        web::form(html, web::path("/beheer/mensen", person->id.view(), "stand"), visit.form_token, [&] {
            web::hidden(html, "naar", visit.request.query["naar"]);
            web::actions(html, [&] {
                web::primary_button(html, *change->yes);
                web::secondary_link(html, web::path("/beheer/mensen", person->id.view()), word::people_cancel);
            });
        });
    });
}

web::Answer change_standing(const Visit& visit) {
    const auto change = change_to(visit.request.form["naar"]);
    if (!change) return visit.absent();
    return web::Write{[&visit, to = *change](storage::Writes& writes) { return carry_out(writes, visit, to); }};
}

}  // namespace loopbaankaart::access

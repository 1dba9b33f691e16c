// GET /beheer/mensen/{person}, and the changes of roles.
#include <algorithm>

#include <access/words.hpp>

#include "../audit/audit.hpp"
#include "people_directory.hpp"
#include "people_pages.hpp"
#include "person_page.hpp"
#include "role_fields.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

struct Shown {
    Person person;
    bool address_confirmed = false;
    std::vector<RoleInTeam> roles;
    std::vector<Team> teams;
};

Shown look(storage::Reads& reads, const Person& person) {
    return {person, address_is_confirmed(reads, person.id), roles_of(reads, person.id), teams_by_name(reads)};
}

std::string team_name(const Shown& shown, const RoleInTeam& role, base::Language language) {
    for (const Team& team : shown.teams)
        if (team.id == role.team) return team.name;
    return std::string{word::people_whole_school.in(language)};
}

void facts(Html& html, const Shown& shown) {
    html.h2({}, word::people_who);
    html.dl({web::cls("facts")}, [&] {
        html.dt({}, word::user_name);
        html.dd({}, shown.person.user_name);
        html.dt({}, word::address);
        html.dd({}, [&] {
            if (shown.person.email.empty()) return html.text(word::people_no_address);
            html.text(shown.person.email);
            html.text(" · ");
            html.text(shown.address_confirmed ? word::people_address_confirmed : word::people_address_unconfirmed);
        });
        html.dt({}, word::people_standing);
        html.dd({}, word_for(shown.person.standing));
    });
}

void role_line(Html& html, const Visit& visit, const Shown& shown, const RoleInTeam& role) {
    html.li({}, [&] {
        html.span({}, [&] {
            html.text(word_for(role.role));
            html.text(" · ");
            html.text(team_name(shown, role, html.language()));
        });
        web::form(html, web::path("/beheer/mensen", shown.person.id.view(), "rollen"), visit.form_token, [&] {
            web::hidden(html, "doen", "weg");
            web::hidden(html, "rol", code(role.role));
            web::hidden(html, "team", role.team ? role.team->view() : std::string_view{});
            web::quiet_button(html, word::people_role_remove);
        });
    });
}

void roles(Html& html, const Visit& visit, const Shown& shown) {
    html.h2({}, word::people_roles);
    html.ul({web::cls("lines")}, [&] {
        for (const RoleInTeam& role : shown.roles) role_line(html, visit, shown, role);
    });
    html.details({}, [&] {
        html.summary({}, word::people_role_add);
        web::form(html, web::path("/beheer/mensen", shown.person.id.view(), "rollen"), visit.form_token, [&] {
            web::hidden(html, "doen", "erbij");
            role_fields(html, {}, shown.teams, {});
            web::actions(html, [&] { web::secondary_button(html, word::people_role_add); });
        });
    });
}

void to_standing(Html& html, const Person& person, std::string_view standing, const base::Word& label) {
    web::secondary_link(html, web::path("/beheer/mensen", person.id.view(), "stand").with("naar", standing), label);
}

void doings(Html& html, const Visit& visit, const Person& person) {
    html.h2({}, word::people_account);
    if (person.standing == Standing::invited)
        web::form(html, web::path("/beheer/mensen", person.id.view(), "uitnodigen"), visit.form_token, [&] {
            web::actions(html, [&] { web::secondary_button(html, word::people_invite_again, "brief"); });
        });
    web::actions(html, [&] {
        if (person.standing == Standing::active)
            web::secondary_link(html, web::path("/beheer/mensen", person.id.view(), "code"), word::people_code_make, "sleutel");
        if (person.standing == Standing::suspended || person.standing == Standing::left)
            to_standing(html, person, "active", word::people_reinstate);
        else
            to_standing(html, person, "suspended", word::people_suspend);
        if (person.standing != Standing::left) to_standing(html, person, "left", word::people_leave);
    });
}

std::string notice_of(const Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = done == "uitgenodigd" ? &word::people_invitation_sent
                           : done == "rollen"      ? &word::people_roles_changed
                           : done == "stand"       ? &word::people_standing_changed
                                                   : nullptr;
    return said ? in_words(visit, *said) : std::string{};
}

bool takes_last_administrator(storage::Reads& reads, const base::Id& person, const RoleInTeam& role) {
    if (role.role != Role::administrator) return false;
    int administering = 0;
    for (const RoleInTeam& has : roles_of(reads, person)) administering += has.role == Role::administrator ? 1 : 0;
    return administering == 1 && !has_other_administrator(reads, person);
}

bool administers(storage::Reads& reads, const base::Id& person) {
    return std::ranges::any_of(roles_of(reads, person), [](const RoleInTeam& has) { return has.role == Role::administrator; });
}

web::Reply change(storage::Writes& writes, const Visit& visit, const RoleChoice& choice, bool remove) {
    const auto person = person_asked(writes, visit);
    if (!person || !choice.role) return visit.absent();
    if (remove) {
        const RoleInTeam role{*choice.role, choice.team};
        if (takes_last_administrator(writes, person->id, role)) return person_page(writes, visit, *person, word::people_last_administrator);
        remove_role(writes, person->id, role);
    } else {
        add_role(writes, person->id, chosen_role(writes, choice, visit.site));
    }
    const std::string about = std::string{remove ? "-" : "+"} + std::string{code(*choice.role)};
    record(writes, {visit.who().person, Deed::roles_changed, person->id, about}, visit.site.now(), *visit.site.randomness);
    const bool out = remove && person->id == visit.who().person && !administers(writes, person->id);
    return web::go(out ? web::path("/mij") : web::path("/beheer/mensen", person->id.view()).with("gedaan", "rollen"));
}

}  // namespace

web::Reply person_page(storage::Reads& reads, const Visit& visit, const Person& person, const std::optional<base::Error>& error) {
    const Shown shown = look(reads, person);
    web::FieldErrors errors;
    if (error) errors.add("", *error);
    return visit.work_page(person.name, [&](Html& html) {
        web::back_link(html, web::path("/beheer/mensen"), word::people_to_list);
        html.h1({}, person.name);
        web::error_summary(html, errors);
        html.div({web::cls("cards")}, [&] {
            web::card(html, [&] { facts(html, shown); });
            web::card(html, [&] { roles(html, visit, shown); });
            web::card(html, [&] { doings(html, visit, person); });
        });
    }, error ? 409 : 200, notice_of(visit));
}

web::Answer show_person(const Visit& visit) {
    std::optional<web::Reply> page;
    visit.school().read([&](storage::Reads& reads) {
        if (const auto person = person_asked(reads, visit)) page = person_page(reads, visit, *person, {});
    });
    return page ? std::move(*page) : visit.absent();
}

web::Answer change_roles(const Visit& visit) {
    const bool remove = visit.request.form["doen"] == "weg";
    return web::Write{[&visit, choice = role_choice(visit.request.form), remove](storage::Writes& writes) {
        return change(writes, visit, choice, remove);
    }};
}

}  // namespace loopbaankaart::access

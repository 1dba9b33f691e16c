#include "role_fields.hpp"

#include <access/words.hpp>

#include "people_directory.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::size_t longest_team = 100;  // bytes

std::vector<web::Choice> roles_to_choose(base::Language language) {
    std::vector<web::Choice> choices;
    for (std::size_t role = 0; role < role_count; ++role) {
        const auto each = static_cast<Role>(role);
        choices.push_back({std::string{code(each)}, std::string{word_for(each).in(language)}});
    }
    return choices;
}

std::vector<web::Choice> teams_to_choose(const std::vector<Team>& teams, base::Language language) {
    std::vector<web::Choice> choices{{"", std::string{word::people_whole_school.in(language)}}};
    for (const Team& team : teams) choices.push_back({team.id.text(), team.name});
    return choices;
}

}  // namespace

RoleChoice role_choice(const web::Fields& form) {
    std::string new_team = base::tidy_name(form["nieuw_team"]);
    if (new_team.size() > longest_team) new_team.clear();
    return {parse_role(form["rol"]), base::Id::parse(form["team"]), std::move(new_team)};
}

void role_fields(web::Html& html, const RoleChoice& chosen, const std::vector<Team>& teams, const web::FieldErrors& errors) {
    const auto roles = roles_to_choose(html.language());
    const auto team_choices = teams_to_choose(teams, html.language());
    web::select(html, {.name = "rol", .label = word::people_role, .value = chosen.role ? code(*chosen.role) : code(Role::student),
                       .error = errors.find("rol"), .choices = roles});
    web::select(html, {.name = "team", .label = word::people_team, .value = chosen.team ? chosen.team->view() : std::string_view{}, .choices = team_choices});
    web::text_field(html, {.name = "nieuw_team", .label = word::people_new_team, .hint = &word::people_new_team_hint, .value = chosen.new_team,
                           .autocomplete = "off", .optional = true, .most = longest_team});
}

RoleInTeam chosen_role(storage::Writes& writes, const RoleChoice& choice, const web::Site& site) {
    if (choice.new_team.empty()) {
        for (const Team& team : teams_by_name(writes))
            if (team.id == choice.team) return {*choice.role, team.id};
        return {*choice.role, std::nullopt};
    }
    if (const auto there = team_called(writes, choice.new_team)) return {*choice.role, there->id};
    const Team team{site.new_id(), choice.new_team};
    add_team(writes, team);
    return {*choice.role, team.id};
}

}  // namespace loopbaankaart::access

// Inside people_pages only: choosing a role, and the team it holds in.
#pragma once

#include "../people/people.hpp"
#include "../policy/visit.hpp"

namespace loopbaankaart::access {

struct RoleChoice {
    std::optional<Role> role;
    std::optional<base::Id> team;   // absent: the whole school
    std::string new_team;           // a name; when there is one it goes before `team`
};
RoleChoice role_choice(const web::Fields& form);
void role_fields(web::Html& html, const RoleChoice& chosen, const std::vector<Team>& teams, const web::FieldErrors& errors);
// The role with its team, which is made when there is none of that name. Only with a role.
RoleInTeam chosen_role(storage::Writes& writes, const RoleChoice& choice, const web::Site& site);

}  // namespace loopbaankaart::access

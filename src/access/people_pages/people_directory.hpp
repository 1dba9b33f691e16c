// Inside people_pages only: what an administrator reads and changes about people.
#pragma once

#include "../people/people.hpp"
#include "../policy/visit.hpp"

namespace loopbaankaart::access {

// People by name after `after` (or from the start), at most `most`.
std::vector<Person> people_by_name(storage::Reads& reads, const std::optional<base::Id>& after, std::size_t most);
// Those of whom a word of the name or the user name begins with `wanted`; the cost is that of what is found, not of how many people there are.
std::vector<Person> people_found(storage::Reads& reads, std::string_view wanted, const std::optional<base::Id>& after, std::size_t most);
std::optional<Team> team_called(storage::Reads& reads, std::string_view name);

// "Amina El Idrissi" → "amina.el.idrissi", with a number behind it when that is taken.
std::string propose_user_name(storage::Reads& reads, std::string_view name);

void remove_role(storage::Writes& writes, const base::Id& person, const RoleInTeam& role);
// Whether the school can still be administered when this person no longer can.
bool has_other_administrator(storage::Reads& reads, const base::Id& person);
bool has_password(storage::Reads& reads, const base::Id& person);
// Who is not active is out at once (end_sessions).
void set_standing(storage::Writes& writes, const base::Id& person, Standing standing, base::Instant now);

// The person of the page's address.
std::optional<Person> person_asked(storage::Reads& reads, const Visit& visit);
std::optional<Person> person_asked(const Visit& visit);
const base::Word& word_for(Standing standing);
std::string in_words(const Visit& visit, const base::Word& word);

}  // namespace loopbaankaart::access

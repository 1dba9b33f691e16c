// People of a school, their roles per team, and how they get in the first time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

// What someone may do at the school. A role gives functions, never content (trust.md).
enum class Role { student, companion, counsellor, desk, teamleader, coordinator, analyst, administrator };
inline constexpr std::size_t role_count = 8;
std::string_view code(Role role);                          // "student", as stored and as printed
std::optional<Role> parse_role(std::string_view code);
const base::Word& word_for(Role role);

enum class Standing { invited, active, suspended, left };  // stored as its code
std::string_view code(Standing standing);
std::optional<Standing> parse_standing(std::string_view code);

struct Person {
    base::Id id;
    std::string user_name;          // what they sign in with; unique in the school, lower case
    std::string name;               // as shown
    std::string email;              // may be empty (a student of twelve)
    Standing standing = Standing::invited;
    base::Language language = base::Language::nl;
    std::optional<base::Instant> content_closed_until;  // after a printed reset code: 72 hours
    std::optional<base::Instant> left_at;               // when they left the school
};

struct RoleInTeam {
    Role role;
    std::optional<base::Id> team;   // absent: for the whole school
};

struct Team {
    base::Id id;
    std::string name;
};

// As they are stored and looked up: user names case folded and without accents, addresses with a–z for A–Z.
std::string normal_user_name(std::string_view typed);
std::string normal_address(std::string_view typed);
bool is_address(std::string_view text);

// Inside a transaction; ids are made by the caller. Names are tidied. Errors: word::user_name_taken (or the id is),
// word::user_name_bad (empty, white space, over 100 bytes), word::name_missing, word::email_bad.
base::Result<base::Done> add_person(storage::Writes& writes, const Person& person, const std::vector<RoleInTeam>& roles, base::Instant now);
void add_role(storage::Writes& writes, const base::Id& person, const RoleInTeam& role);
void add_team(storage::Writes& writes, const Team& team);
std::vector<Team> teams_by_name(storage::Reads& reads);  // to choose from

std::optional<Person> find_person(storage::Reads& reads, const base::Id& id);
std::optional<Person> find_by_user_name(storage::Reads& reads, std::string_view user_name);
std::vector<RoleInTeam> roles_of(storage::Reads& reads, const base::Id& person);

// An address counts as someone's own only after a link sent to it was followed; resets are mailed to no other.
bool address_is_confirmed(storage::Reads& reads, const base::Id& person);
void confirm_address(storage::Writes& writes, const base::Id& person, std::string_view email, base::Instant now);
// Whether they may be signed in: active, or left less than a year ago (Guard::suspended).
bool may_enter(const Person& person, base::Instant now);
// When what was kept by somebody who left goes (erasure.hpp); until then they can read it.
base::Instant readable_until(base::Instant left_at);

// People whose confirmed address this is, at most five (a family may share one); not who is suspended or was never here.
std::vector<Person> find_by_confirmed_address(storage::Reads& reads, std::string_view email);

// argon2id at the strength of trust.md (≥ 19 MiB, t ≥ 2); takes some 30 ms. Handlers do this in a web::Slow.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);
// Errors: word::password_short (< 12 characters), word::password_common, word::password_long (> 200).
base::Result<base::Done> check_password(std::string_view password);
// Stores the hash and makes the person active.
void set_password(storage::Writes& writes, const base::Id& person, std::string_view hash, base::Instant now);

// A single-use link to set a first password, good for 14 days; gives the token for the link /welkom/TOKEN. Only its hash is
// stored. An earlier invitation ends. `mailed_to`: the address it is mailed to, which is confirmed when the link is used;
// empty when it is handed over.
std::string invite(storage::Writes& writes, const base::Id& person, base::Instant now, base::Randomness& randomness,
                   std::string_view mailed_to = {});

// A code that staff print for someone without a confirmed address: four groups of four characters ("7KQ2-…"), 80 bits,
// good for 24 hours, used once at /wachtwoord/code. Using it closes own content for 72 hours and ends every session.
// An earlier code ends; the making is audited. Only its hash is stored.
std::string make_reset_code(storage::Writes& writes, const base::Id& person, const base::Id& by, base::Instant now,
                            base::Randomness& randomness);

// Out at once: every session and open key of this person ends. For standings that change and passwords that are reset.
void end_sessions(storage::Writes& writes, const base::Id& person);

}  // namespace loopbaankaart::access

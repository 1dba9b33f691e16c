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

struct Person {
    base::Id id;
    std::string user_name;          // what they sign in with; unique in the school, lower case
    std::string name;               // as shown
    std::string email;              // may be empty (a student of twelve)
    Standing standing = Standing::invited;
    base::Language language = base::Language::nl;
    std::optional<base::Instant> content_closed_until;  // after a printed reset code: 72 hours
};

struct RoleInTeam {
    Role role;
    std::optional<base::Id> team;   // absent: for the whole school
};

struct Team {
    base::Id id;
    std::string name;
};

// Inside a transaction; ids are made by the caller. Errors: word::user_name_taken, word::name_missing, word::email_bad.
base::Result<base::Done> add_person(storage::Writes& writes, const Person& person, const std::vector<RoleInTeam>& roles, base::Instant now);
void add_team(storage::Writes& writes, const Team& team);

std::optional<Person> find_person(storage::Reads& reads, const base::Id& id);
std::optional<Person> find_by_user_name(storage::Reads& reads, std::string_view user_name);
std::vector<RoleInTeam> roles_of(storage::Reads& reads, const base::Id& person);

// argon2id at the strength of trust.md (≥ 19 MiB, t ≥ 2); takes some 30 ms. Handlers do this in a web::Slow.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);
// Errors: word::password_short (< 12 characters), word::password_common, word::password_long (> 200).
base::Result<base::Done> check_password(std::string_view password);
// Stores the hash and makes the person active.
void set_password(storage::Writes& writes, const base::Id& person, std::string_view hash, base::Instant now);

// A single-use link to set a first password; gives the token for the link /welkom/TOKEN. Only its hash is stored.
std::string invite(storage::Writes& writes, const base::Id& person, base::Instant now, base::Randomness& randomness);

}  // namespace loopbaankaart::access

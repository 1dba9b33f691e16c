#include <access/words.hpp>

#include "erasure.hpp"
#include "finding.hpp"
#include "people.hpp"
#include "people.sql.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::size_t longest_name = 200;        // characters
constexpr std::size_t longest_user_name = 100;
constexpr std::size_t longest_address = 254;     // RFC 5321 §4.5.3.1.3

bool is_user_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_user_name && text.find_first_of(" \t\n") == std::string_view::npos;
}

Person person_of(const storage::Row& row) {
    Person person{.id = base::Id::parse(row.text(0)).value(),
                  .user_name = row.string(1),
                  .name = row.string(2),
                  .email = row.string(3),
                  .standing = parse_standing(row.text(4)).value(),
                  .language = base::parse_language(row.text(5)).value_or(base::Language::nl),
                  .content_closed_until = std::nullopt,
                  .left_at = std::nullopt};
    if (!row.null(6)) person.content_closed_until = base::instant(row.integer(6));
    if (!row.null(7)) person.left_at = base::instant(row.integer(7));
    return person;
}

RoleInTeam role_of(const storage::Row& row) {
    return {parse_role(row.text(0)).value(), base::Id::parse(row.text(1))};
}

}  // namespace

bool is_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > longest_address) return false;
    const std::string_view domain = text.substr(at + 1);
    if (domain.find('.') == std::string_view::npos || domain.front() == '.' || domain.back() == '.') return false;
    for (const char character : text)
        if (static_cast<unsigned char>(character) <= ' ' || character == 0x7F) return false;
    return domain.find('@') == std::string_view::npos && text.find_first_of("<>,;:\"()[]\\") == std::string_view::npos;
}

std::string normal_user_name(std::string_view typed) { return base::folded(base::tidy(typed)); }

std::string normal_address(std::string_view typed) {
    std::string address = base::tidy(typed);
    for (char& character : address)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    return address;
}

bool may_enter(const Person& person, base::Instant now) {
    if (!base::guarded(base::Guard::suspended)) return true;
    if (person.standing == Standing::left) return person.left_at && now < readable_until(*person.left_at);
    return person.standing == Standing::active;
}

base::Instant readable_until(base::Instant left_at) { return left_at + kept_after_leaving; }

base::Result<base::Done> add_person(storage::Writes& writes, const Person& person, const std::vector<RoleInTeam>& roles,
                                    base::Instant now) {
    const std::string name = base::tidy_name(person.name);
    const std::string user_name = normal_user_name(person.user_name);
    const std::string email = normal_address(person.email);
    if (name.empty() || base::characters(name) > longest_name) return base::Error{word::name_missing};
    if (!is_user_name(user_name)) return base::Error{word::user_name_bad};
    if (!email.empty() && !is_address(email)) return base::Error{word::email_bad};

    const auto added = writes.run(query::add_person, person.id, user_name, name, email, code(person.standing),
                                  base::code(person.language), person.content_closed_until, now);
    if (added == 0) return base::Error{word::user_name_taken};
    for (const std::string& words : words_to_find(name, user_name)) writes.run_soon(query::add_word, base::bytes_of(words), person.id);
    for (const RoleInTeam& role : roles) add_role(writes, person.id, role);
    return base::Done{};
}

void add_role(storage::Writes& writes, const base::Id& person, const RoleInTeam& role) {
    writes.run(query::add_role, person, code(role.role), role.team ? role.team->view() : std::string_view{});
}

void add_team(storage::Writes& writes, const Team& team) { writes.run(query::add_team, team.id, base::tidy_name(team.name)); }

std::optional<Person> find_person(storage::Reads& reads, const base::Id& id) {
    return reads.first(query::find_person, person_of, id);
}

std::optional<Person> find_by_user_name(storage::Reads& reads, std::string_view user_name) {
    return reads.first(query::find_by_user_name, person_of, normal_user_name(user_name));
}

std::vector<Person> find_by_confirmed_address(storage::Reads& reads, std::string_view email) {
    return reads.all(query::people_with_address, person_of, normal_address(email));
}

bool address_is_confirmed(storage::Reads& reads, const base::Id& person) {
    bool confirmed = false;
    reads.each(query::address_confirmed, [&](const storage::Row&) { confirmed = true; }, person);
    return confirmed;
}

void confirm_address(storage::Writes& writes, const base::Id& person, std::string_view email, base::Instant now) {
    writes.run(query::confirm_address, now, person, email);
}

std::vector<RoleInTeam> roles_of(storage::Reads& reads, const base::Id& person) {
    return reads.all(query::roles_of, role_of, person);
}

void set_password(storage::Writes& writes, const base::Id& person, std::string_view hash, base::Instant now) {
    writes.run(query::set_password, person, hash, now);
    writes.run(query::activate, person);
}

}  // namespace loopbaankaart::access

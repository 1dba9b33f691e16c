#include <access/words.hpp>
#include <algorithm>
#include <array>

#include "people.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::array<std::string_view, role_count> role_codes{"student",    "companion",   "counsellor", "desk",
                                                              "teamleader", "coordinator", "analyst",    "administrator"};
constexpr std::array<const base::Word*, role_count> role_words{
    &word::role_student,    &word::role_companion,   &word::role_counsellor, &word::role_desk,
    &word::role_teamleader, &word::role_coordinator, &word::role_analyst,    &word::role_administrator};
constexpr std::array<std::string_view, 4> standing_codes{"invited", "active", "suspended", "left"};

}  // namespace

std::string_view code(Role role) { return role_codes.at(static_cast<std::size_t>(role)); }

std::optional<Role> parse_role(std::string_view text) {
    const auto* found = std::find(role_codes.begin(), role_codes.end(), text);
    if (found == role_codes.end()) return std::nullopt;
    return static_cast<Role>(found - role_codes.begin());
}

const base::Word& word_for(Role role) { return *role_words.at(static_cast<std::size_t>(role)); }

std::string_view code(Standing standing) { return standing_codes.at(static_cast<std::size_t>(standing)); }

std::optional<Standing> parse_standing(std::string_view text) {
    const auto* found = std::find(standing_codes.begin(), standing_codes.end(), text);
    if (found == standing_codes.end()) return std::nullopt;
    return static_cast<Standing>(found - standing_codes.begin());
}

}  // namespace loopbaankaart::access

// The people of the demo school, and the eight a newcomer can sign in as (one a role).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <access/access.hpp>

#include "../commands.hpp"
#include "chance.hpp"
#include "material.hpp"

namespace loopbaankaart::program::demo {

struct Student {
    access::Person person;
    std::size_t team = 0;        // index in Material::teams
    std::string programme;
};

struct Crowd {
    std::vector<access::Team> teams;                    // the teams, then the classes
    std::vector<std::pair<access::Person, std::vector<access::RoleInTeam>>> people;
    std::vector<Student> students;                      // also in `people`

    // The first person whose first role is this one: who a newcomer can sign in as.
    const access::Person& first(access::Role role) const;
};

// A school of that many students with the staff and companions that go with it; the same chance makes the same crowd.
Crowd make_crowd(const Material& material, std::uint64_t students, base::Instant now, Chance& chance);

// Who can sign in, with a random password each; kept in DATA/demo.json (mode 0600) so that they can be shown again.
struct SignIn {
    std::string role, name, user_name, password;
    std::string travelled = {};  // "leeg", "jong" or "rijk" (made.hpp); empty for who just travels
};
void write_sign_ins(const std::filesystem::path& data, const std::vector<SignIn>& sign_ins);
std::vector<SignIn> read_sign_ins(const std::filesystem::path& data);  // empty when this is no demo

// Prints them as a small table; nothing when this is no demo.
void print_people(const Console& console);

}  // namespace loopbaankaart::program::demo

// Puts the demo school into a database.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <storage/storage.hpp>

#include "material.hpp"
#include "people.hpp"

namespace loopbaankaart::program::demo {

struct Wanted {
    std::uint64_t students = 0;
    std::uint64_t things = 0;       // kept by a student, on average
    std::uint64_t seed = 0;
    base::Instant now;
};

// Who works at the school: counsellors first, each group in the order in which they were made.
struct Staff {
    std::vector<std::pair<base::Id, access::Role>> teachers;
    base::Id analyst;
};

struct Filled {
    std::uint64_t students = 0, things = 0;
    std::string tree;               // SHA-256 of all that was made, before sealing; the same for the same Wanted
    std::vector<SignIn> sign_ins;
    Staff staff;
};

Filled fill(storage::School& school, const Material& material, const Wanted& wanted, const std::function<void(std::uint64_t)>& progress);

}  // namespace loopbaankaart::program::demo

// What the students of the demo school did: where they were, and what they kept.
#pragma once

#include <string>
#include <vector>

#include <journey/journey.hpp>

#include "chance.hpp"
#include "material.hpp"
#include "people.hpp"

namespace loopbaankaart::program::demo {

struct Travel {
    std::vector<journey::PlaceVisit> visits;
    std::vector<journey::KeptThing> things;    // without pictures
};

// One student's travels over the two years before `now`; about `things` kept on average.
Travel make_travel(const Material& material, const Student& student, std::uint64_t things, base::Instant now, Chance& chance);

}  // namespace loopbaankaart::program::demo

// The expert system about one student, switched on in the demo school: what it learned from never was, and what it knows of one class is invented.
#pragma once

#include <storage/storage.hpp>

#include "material.hpp"
#include "people.hpp"

namespace loopbaankaart::program::demo {

void keep_invented_persons(storage::School& school, const Material& material, const std::vector<SignIn>& sign_ins, std::uint64_t seed, base::Instant now);

}  // namespace loopbaankaart::program::demo

// What teachers of the demo school expected of groups, and how those came out: so that there is something to look at under /stroom/oordeel.
#pragma once

#include <storage/storage.hpp>

#include "fill.hpp"
#include "material.hpp"

namespace loopbaankaart::program::demo {

void keep_invented_judgements(storage::School& school, const Material& material, const Staff& staff, std::uint64_t seed, base::Instant now);

}  // namespace loopbaankaart::program::demo

// Figures of the demo school for /stroom: of students who never were, and called so.
#pragma once

#include <storage/storage.hpp>

#include "material.hpp"

namespace loopbaankaart::program::demo {

void keep_invented_figures(storage::School& school, const Material& material, std::uint64_t seed, base::Instant now);

}  // namespace loopbaankaart::program::demo

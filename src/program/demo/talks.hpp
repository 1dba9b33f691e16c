// Conversations of the demo school's staff about its invented figures: one of last year, of which the figure came back, and one that just began.
#pragma once

#include <storage/storage.hpp>

#include "people.hpp"

namespace loopbaankaart::program::demo {

// After the figures are kept.
void hold_invented_talks(storage::School& school, const std::vector<SignIn>& sign_ins, base::Instant now);

}  // namespace loopbaankaart::program::demo

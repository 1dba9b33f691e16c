// Whether what two people began still stands between them.
#pragma once

#include <access/access.hpp>

namespace loopbaankaart::journey {

// The two may share now, and could at that moment: who got to know each other anew since did not take up what was between them before.
bool may_share_since(storage::Reads& reads, const base::Id& owner, const base::Id& companion, base::Instant moment);

}  // namespace loopbaankaart::journey

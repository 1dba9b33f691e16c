// Inside journey only: what the ledger of removals calls something of a traveller, and what goes with it.
#pragma once

#include <storage/storage.hpp>

namespace loopbaankaart::journey {

// A hash of owner and id, so that nobody's removal is another's.
base::Id removal_of(const base::Id& owner, const base::Id& id);

// Part of every removal for good: what its owner was taking along, and still holds it, ends.
void end_takings(storage::Writes& writes, const base::Id& owner);

}  // namespace loopbaankaart::journey

// Inside journey only: what the ledger of removals calls something of a traveller.
#pragma once

#include <base/base.hpp>

namespace loopbaankaart::journey {

// A hash of owner and id, so that nobody's removal is another's.
base::Id removal_of(const base::Id& owner, const base::Id& id);

}  // namespace loopbaankaart::journey

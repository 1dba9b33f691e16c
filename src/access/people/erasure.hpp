// Who left the school is forgotten a year later (trust.md, "retention" and "erasure"); the audit keeps ids without names.
#pragma once

#include <chrono>
#include <vector>

#include <storage/storage.hpp>

namespace loopbaankaart::access {

inline constexpr std::chrono::days kept_after_leaving{365};

// Who left that long ago.
std::vector<base::Id> due_for_erasure(storage::Reads& reads, base::Instant now);

// Everything that access holds of a person, and what was shared with them. The modules above erase theirs first; before all of them
// comes Vault::destroy, which makes noise of what is sealed, in every backup too.
void erase_person(storage::Writes& writes, const base::Id& person);

}  // namespace loopbaankaart::access

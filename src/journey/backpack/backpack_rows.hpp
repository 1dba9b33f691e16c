// Inside backpack: how kept things stand in their table, and under which name each sealed value was sealed.
#pragma once

#include "backpack.hpp"
#include "part_rows.hpp"

namespace loopbaankaart::journey::rows {

inline constexpr std::string_view table = "kept_thing", versions_table = "kept_version";

// Of a thing: its words and marks.
storage::SealedAt place_of(std::string_view column, const base::Id& id);

// A row of things_of, things_at, things_in_bin or own_thing, without its parts.
KeptThing thing_of(const storage::Row& row, storage::Vault& vault);
// When it happened, as it is stored; all absent when that was not said.
struct Happened {
    std::optional<base::Instant> from, until;
    std::optional<std::string_view> said;
};
Happened happened(const KeptThing& thing);

}  // namespace loopbaankaart::journey::rows

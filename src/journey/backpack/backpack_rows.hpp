// Inside backpack: how kept things and their parts stand in the tables, and under which name each sealed value was sealed.
#pragma once

#include "backpack.hpp"

namespace loopbaankaart::journey::rows {

inline constexpr std::string_view table = "kept_thing", parts_table = "kept_part", versions_table = "kept_version";

// Of a thing: its words and marks. A description is sealed under its part's id, as that of a picture once was under its thing's.
storage::SealedAt place_of(std::string_view column, const base::Id& id);

// A row of things_of, things_at, things_in_bin or own_thing, without its parts.
KeptThing thing_of(const storage::Row& row, storage::Vault& vault);
// A row of parts_between or parts_of, from column 1.
KeptPart part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner);
// When it happened, as it is stored; all absent when that was not said.
struct Happened {
    std::optional<base::Instant> from, until;
    std::optional<std::string_view> said;
};
Happened happened(const KeptThing& thing);
void add_part(storage::Writes& writes, const base::Id& owner, const base::Id& thing, std::int64_t position, const KeptPart& part,
              const std::optional<base::Bytes>& description);

}  // namespace loopbaankaart::journey::rows

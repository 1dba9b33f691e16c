// Inside backpack and records: photos, drawings and sounds in their table. They hang on a kept thing or on a record, and every query says on which
// kind: who may see one kind sees nothing of another with the same id.
#pragma once

#include "backpack.hpp"

namespace loopbaankaart::journey::rows {

inline constexpr std::string_view parts_table = "kept_part";

base::Id id_in(const storage::Row& row, int column);
// From column 1 of a row that begins with what it hangs on.
KeptPart part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner);
// In order.
std::vector<KeptPart> parts_of(storage::Reads& reads, storage::Vault& vault, const access::Thing& of);
// The same photo comes out of the workshop as the same bytes.
bool same_part(const KeptPart& one, const KeptPart& other);

// What was said about each, sealed; absent where nothing was said.
using Descriptions = std::vector<std::optional<base::Bytes>>;
Descriptions seal_descriptions(storage::Vault& vault, const base::Id& owner, const std::vector<KeptPart>& parts);
base::Bytes seal_description(storage::Vault& vault, const base::Id& owner, const base::Id& part, std::string_view words);

// Behind those that are there already; `first` is the place of the first.
void add_parts(storage::Writes& writes, const access::Thing& of, std::int64_t first, const std::vector<KeptPart>& parts, const Descriptions& descriptions);

struct ChangedParts {
    const std::vector<base::Id>& gone;
    const std::vector<std::pair<base::Id, std::string>>& described;
    const std::vector<base::Bytes>& sealed;  // their words
    const std::vector<KeptPart>& added;
    const Descriptions& descriptions;        // of those
};
void change_parts(storage::Writes& writes, storage::Media& media, const access::Thing& of, const ChangedParts& changed);

// Gone for good: the ledger first, then files and rows.
void remember_removal_of_parts(storage::School& school, const access::Thing& of, base::Instant now);
void remove_parts(storage::Writes& writes, storage::Media& media, const access::Thing& of);

}  // namespace loopbaankaart::journey::rows

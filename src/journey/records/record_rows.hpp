// Inside records: how they stand in their tables.
#pragma once

#include "../backpack/part_rows.hpp"
#include "records.hpp"

namespace loopbaankaart::journey::rows {

inline constexpr std::string_view records_table = "own_record", record_versions_table = "own_record_version", links_table = "own_link";

// As it is sealed: the body with its format.
std::string in_text(const Json& body, int format);
struct ReadBody {
    Json body;
    int format = 1;
};
ReadBody body_of(std::string_view text);
storage::SealedAt place_of_body(const base::Id& record);

// A row of records_of, records_from, records_in_bin or own_record, without its parts and links.
Record record_of(const storage::Row& row, storage::Vault& vault);
void add_links(storage::Writes& writes, const base::Id& owner, const Record& record);
// What the part of that kind keeps beside its records; null for most.
const RowsBeside* rows_beside(RecordKind kind);

}  // namespace loopbaankaart::journey::rows

// Inside telling: how tellings stand in their tables.
#pragma once

#include <nlohmann/json.hpp>

#include "telling.hpp"

namespace loopbaankaart::journey::rows {

inline constexpr std::string_view tellings_table = telling_kind, told_parts_table = "telling_part";

std::string_view code(ToldBlock::Form form);  // "heading"
std::optional<ToldBlock::Form> parse_block_form(std::string_view code);
inline constexpr std::size_t told_block_form_count = 8;
// picture, half, stamp: it shows a part.
bool is_pictured(ToldBlock::Form form);

// What is sealed of it: title, paper, ink and pages, each block of which is all there is in it.
nlohmann::ordered_json body_of(const Telling& telling);
void read_body(Telling& telling, const nlohmann::ordered_json& body);

storage::SealedAt place_of_telling(const base::Id& telling);
storage::SealedAt place_of_description(const base::Id& part);

// The id with which a row begins.
base::Id id_of(const storage::Row& row);
// A row of tellings_of, tellings_from, tellings_in_bin or own_telling, without its parts.
Telling telling_of(const storage::Row& row, storage::Vault& vault);
// A row of parts_of_tellings.
KeptPart told_part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner);

}  // namespace loopbaankaart::journey::rows

// Inside guidance only: where sealed values stand, and evidence as text.
#pragma once

#include "guidance.hpp"

namespace loopbaankaart::flow::rows {

inline constexpr std::string_view evidence_table = "person_evidence", switch_table = "person_switch";

inline storage::SealedAt place_of_model(const base::Id& model) { return {"person_model", "body", model.view()}; }
inline storage::SealedAt place_of_evidence(const base::Id& evidence) { return {evidence_table, "body", evidence.view()}; }
inline storage::SealedAt place_of_purpose(const base::Id& look) { return {"person_look", "purpose", look.view()}; }
inline storage::SealedAt place_of_reason(const base::Id& look) { return {"person_look", "reason", look.view()}; }
inline storage::SealedAt place_of_words(const base::Id& objection) { return {"person_objection", "words", objection.view()}; }
inline storage::SealedAt place_of_answer(const base::Id& objection) { return {"person_objection", "answer", objection.view()}; }

inline base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }
inline std::string name_in(const storage::Row& row, int column) { return row.null(column) ? std::string{} : row.string(column); }
inline base::Bytes bytes_in(const storage::Row& row, int column) {
    const auto bytes = row.bytes(column);
    return {bytes.begin(), bytes.end()};
}

std::string in_text(const Evidence& evidence);
Evidence evidence_in(std::string_view text);

// What is known of one student under this model; `evidence_of`: when it is not too old for a look.
struct KeptEvidence {
    base::Id id;
    Evidence evidence;
    base::Instant brought_at;
};
std::optional<KeptEvidence> evidence_kept(storage::Reads& reads, storage::Vault& vault, const base::Id& student, const base::Id& model);
std::optional<KeptEvidence> evidence_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student, const base::Id& model, base::Instant now);
bool has_evidence(storage::Reads& reads, const base::Id& student, base::Instant now);
Closed closed_to(storage::Reads& reads, const base::Id& student);

// The latest first; also while it is switched off. Whoever asks was asked who they are before.
std::vector<LoggedLook> looks_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student);
std::vector<Objection> objections_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student);

}  // namespace loopbaankaart::flow::rows

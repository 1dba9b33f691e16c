#include "audit.hpp"

#include <array>

#include "audit.sql.hpp"

namespace loopbaankaart::access {

std::string_view code(Deed deed) {
    constexpr std::array<std::string_view, 29> codes{
        "signed_in", "sign_in_failed", "signed_out", "password_set", "password_reset", "reset_code_made", "invited", "person_added",
        "roles_changed", "suspended", "reinstated", "person_left", "read_shared", "granted", "grant_ended", "erased",
        "acquainted", "acquaintance_ended", "asked", "took_along", "brought_in", "judgement_asked", "model_seen", "outcome_written",
        "story_begun", "story_closed", "story_reopened", "action_promised", "line_taken_back"};
    return codes.at(static_cast<std::size_t>(deed));
}

void record(storage::Writes& writes, const AuditEntry& entry, base::Instant now, base::Randomness& randomness) {
    writes.run(query::audit_record, base::Id::make(now, randomness), now, entry.actor, code(entry.deed), entry.subject, entry.about);
}

std::vector<Look> looks_at(storage::Reads& reads, const base::Id& owner, std::string_view about) {
    return reads.all(query::looks_at, [](const storage::Row& row) {
        return Look{base::Id::parse(row.text(0)).value(), row.null(1) ? std::string{} : row.string(1), base::instant(row.integer(2))};
    }, owner, about);
}

}  // namespace loopbaankaart::access

// Who saw or changed what of somebody else: a row in the same transaction, without content. A per-school sequencer chains
// committed rows within a second (each row's hash covers the one before), so that an edit, a deletion or a cut tail is found.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

enum class Deed { signed_in, sign_in_failed, signed_out, password_set, password_reset, reset_code_made, invited, person_added,
                  roles_changed, suspended, reinstated, person_left, read_shared, granted, grant_ended, erased,
                  acquainted, acquaintance_ended, asked, took_along, brought_in, judgement_asked, model_seen, outcome_written,
                  story_begun, story_closed, story_reopened, action_promised, line_taken_back };
std::string_view code(Deed deed);

struct AuditEntry {
    base::Id actor;                    // who did it
    Deed deed;
    std::optional<base::Id> subject;   // whose thing or account it was
    std::string about;                 // kind and id of the thing, never its content: "kept_thing 01J…"
};
void record(storage::Writes& writes, const AuditEntry& entry, base::Instant now, base::Randomness& randomness);

// Who saw something of `owner` that others may see: a line for every person and hour, the latest first, at most 200. A name is empty when the
// person is no longer there.
struct Look {
    base::Id who;
    std::string name;
    base::Instant moment;
};
std::vector<Look> looks_at(storage::Reads& reads, const base::Id& owner, std::string_view about);

// Chains what was committed since the last time. Called every half second per open school by the program.
void chain_audit(storage::School& school);

// How long the chain is and how it ends. Kept somewhere else (the program's log, an export), it shows later that nothing
// before it was changed, even to who could write in the whole database.
struct AuditHead {
    std::int64_t position = 0;  // of the last chained row
    std::string hash;           // its hash: 64 hexadecimal digits, or empty
};
AuditHead audit_head(storage::Reads& reads);

// Goes over the whole chain. `known` is a head that was kept elsewhere earlier, or nothing.
// Errors: word::audit_broken (about: the first position that does not fit, or that of a known head whose row is no longer kept).
base::Result<base::Done> verify_audit(storage::Reads& reads, const std::optional<AuditHead>& known = {});

inline constexpr std::chrono::days deeds_kept{730};  // trust.md, "retention"

// Removes the chained rows from before all that is younger than two years. Run by the program.
void forget_old_deeds(storage::School& school, base::Instant now);

// The chain for a verifier of another make (tools/verify-audit.mjs): one JSON object a line, the last one the head.
void export_audit(storage::Reads& reads, const std::function<void(std::string_view line)>& write);

}  // namespace loopbaankaart::access

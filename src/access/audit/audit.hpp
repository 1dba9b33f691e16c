// Who saw or changed what of somebody else: a row in the same transaction, without content. A per-school sequencer chains
// committed rows within a second (each row's hash covers the one before), so that an edit, a deletion or a cut tail is found.
#pragma once

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

enum class Deed { signed_in, sign_in_failed, signed_out, password_set, password_reset, reset_code_made, invited, person_added,
                  roles_changed, suspended, reinstated, person_left, read_shared, granted, grant_ended, erased };
std::string_view code(Deed deed);

struct AuditEntry {
    base::Id actor;                    // who did it
    Deed deed;
    std::optional<base::Id> subject;   // whose thing or account it was
    std::string about;                 // kind and id of the thing, never its content: "kept_thing 01J…"
};
void record(storage::Writes& writes, const AuditEntry& entry, base::Instant now, base::Randomness& randomness);

// Chains what was committed since the last time. Called every half second per open school by the program.
void chain_audit(storage::School& school);
// Errors: word::audit_broken (about: the first row that does not fit).
base::Result<base::Done> verify_audit(storage::Reads& reads);

}  // namespace loopbaankaart::access

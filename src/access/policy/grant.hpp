// Content is reached by being its owner or by an explicit grant, and in no other way (trust.md, "Roles give functions").
// Stores above filter in SQL with the same rule: owner = :viewer, or a row in access_grant that is open now.
#pragma once

#include <optional>
#include <string>

#include <base/base.hpp>
#include <storage/storage.hpp>

#include "visit.hpp"

namespace loopbaankaart::access {

enum class Verb { read, react };  // who may react may read

// A thing somebody owns: `kind` is its table.
struct Thing {
    std::string_view kind;   // "kept_thing"
    base::Id id;
    base::Id owner;
};

struct Grant {
    base::Id id;
    Thing thing;
    base::Id grantee;
    Verb verb = Verb::read;
    std::string purpose;                       // plain, short
    std::optional<base::Instant> until;
};

// The one decision: may this viewer do that with this thing now? (Guard::owner_only)
bool may(storage::Reads& reads, const Viewer& viewer, const Thing& thing, Verb verb, base::Instant now);
void give(storage::Writes& writes, const Grant& grant, base::Instant now, base::Randomness& randomness);
// Gone at once. Where the grant should stay gone in a restored backup too, say so first:
// vault.record_removal("access_grant", grant, now).
void take_back(storage::Writes& writes, const base::Id& grant, const base::Id& owner, base::Instant now, base::Randomness& randomness);
// A thing that is removed is shared with nobody.
void end_grants(storage::Writes& writes, const Thing& thing);

}  // namespace loopbaankaart::access

// What is shared of whatever a traveller made (shareable.hpp), and what is said back. Sharing itself is access's (policy/grant.hpp); a reaction
// is sealed under the key of the thing's owner.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>

#include "../backpack/marks.hpp"
#include "shareable.hpp"

namespace loopbaankaart::journey {

// Until when somebody shares. Errors: word::share_day_unclear, word::share_day_past.
base::Result<std::optional<base::Instant>> share_until(std::string_view choice, std::string_view day, base::Instant now, std::string_view time_zone);

// Shares a thing with who of these its owner may choose and who may not do that with it yet. `form` is the id that the browser made: each grant's own
// follows from it, so sending again makes nothing twice and opens nothing that was taken back.
struct Sharing {
    base::Id form;
    access::Thing thing;
    std::vector<base::Id> people;
    access::Verb verb = access::Verb::read;
    std::optional<base::Instant> until;
    std::string purpose;  // as access::Grant has it
};
void share(storage::Writes& writes, storage::Vault& vault, const Sharing& sharing, base::Instant now, base::Randomness& randomness);

// What others share with the viewer, of what these parts bring, latest first.
struct SharedThing {
    const Shareable& kind;
    base::Id thing, owner;
    std::string owner_name;
    base::Instant given;
    std::optional<base::Instant> until;
    SharedLine line;
};
std::vector<SharedThing> shared_with(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::span<const Part> parts, base::Instant now,
                                     base::Language language);

// Before a thing goes into the bin: no restored backup opens again what the bin closed.
void remember_end_of_shares(storage::School& school, const access::Thing& thing, base::Instant now);

// ---- reactions

inline constexpr std::size_t most_reaction = 2'000;  // characters

struct Reaction {
    base::Id removal;                // its name in addresses
    base::Id author;
    std::string author_name;
    std::string words;               // may be empty when there is a symbol
    std::optional<Symbol> symbol;
    base::Instant made_at;
};

// Ready to be stored: sealed before the write.
struct SealedReaction {
    base::Id id;                     // made by the author's browser
    access::Thing thing;
    Reaction reaction;
    std::optional<base::Bytes> words, symbol;
};
SealedReaction prepare_reaction(storage::Vault& vault, const access::Viewer& author, const base::Id& id, const access::Thing& thing, Reaction reaction);

// not_allowed: nobody asked for it, or it was taken back meanwhile (Guard::react_grant). conflict: that id said something else.
enum class Reacted { made, already_there, conflict, not_allowed };
Reacted react(storage::Writes& writes, storage::Vault& vault, const access::Viewer& author, const SealedReaction& sealed, base::Instant now);

// Of a thing that the viewer sees: all of them to its owner, their own to everyone else. Oldest first.
std::vector<Reaction> reactions_to(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing);

// Its author and the thing's owner can take it away: the ledger first. False when there is none.
bool record_reaction_removal(storage::School& school, const access::Viewer& viewer, const base::Id& removal, base::Instant now);
void remove_reaction(storage::Writes& writes, const access::Viewer& viewer, const base::Id& removal);

// ---- with a thing that is removed for good goes what was shared of it, said to it and asked about it: first the ledger, then the rows

void record_removal_of_shared(storage::School& school, const access::Thing& thing, base::Instant now);
void remove_shared(storage::Writes& writes, const access::Thing& thing);

}  // namespace loopbaankaart::journey

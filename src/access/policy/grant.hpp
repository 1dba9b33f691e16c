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

// A thing somebody owns: `kind` is its table, or the kind of a record. Two kinds may hold the same id: it says nothing without its kind.
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

// Taking back takes two steps, so that no restored backup opens the grant again: first the ledger, then the row.
//     const auto ending = remember_end(school, viewer.person, grant, now);         // absent: there is none, or it is somebody else's
//     return web::Write{[=](storage::Writes& writes) { take_back(writes, *ending, …); … }};   // gone at once
class EndingGrant {
public:
    const base::Id& grant() const { return grant_; }
    const base::Id& owner() const { return owner_; }

private:
    EndingGrant(const base::Id& grant, const base::Id& owner) : grant_{grant}, owner_{owner} {}
    friend std::optional<EndingGrant> remember_end(storage::School&, const base::Id&, const base::Id&, base::Instant);
    base::Id grant_, owner_;
};
std::optional<EndingGrant> remember_end(storage::School& school, const base::Id& owner, const base::Id& grant, base::Instant now);
void take_back(storage::Writes& writes, const EndingGrant& ending, base::Instant now, base::Randomness& randomness);

// What an owner lets others do at this moment, the latest first.
struct GivenGrant {
    base::Id id, thing, grantee;
    std::string name;                          // of the grantee
    Verb verb = Verb::read;
    base::Instant given;
    std::optional<base::Instant> until;
    std::string kind;                          // of the thing
};
std::vector<GivenGrant> grants_given(storage::Reads& reads, const base::Id& owner, base::Instant now);
std::vector<GivenGrant> grants_of(storage::Reads& reads, const Thing& thing, base::Instant now);
// Those given for one purpose: with a company, say, which takes them back when it ends.
std::vector<GivenGrant> grants_on(storage::Reads& reads, const base::Id& owner, std::string_view purpose, base::Instant now);

// What others let somebody see at this moment, the latest first; nothing of who is away. Whether the thing is still there, its own store knows.
struct ReceivedGrant {
    std::string kind;                          // of the thing
    base::Id thing, owner;
    std::string owner_name;
    base::Instant given;
    std::optional<base::Instant> until;
};
std::vector<ReceivedGrant> grants_received(storage::Reads& reads, const base::Id& grantee, base::Instant now);
// Of one kind and id: two owners may have given things of the same id.
std::vector<ReceivedGrant> grants_received(storage::Reads& reads, const base::Id& grantee, std::string_view kind, const base::Id& thing, base::Instant now);

// A thing that is removed is shared with nobody.
void end_grants(storage::Writes& writes, const Thing& thing);

}  // namespace loopbaankaart::access

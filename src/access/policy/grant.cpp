#include "grant.hpp"

#include <fmt/format.h>

#include "../audit/audit.hpp"
#include "grant.sql.hpp"

namespace loopbaankaart::access {

namespace {

std::string_view code(Verb verb) { return verb == Verb::read ? "read" : "react"; }

GivenGrant given_of(const storage::Row& row) {
    const auto id = [&](int column) { return base::Id::parse(row.text(column)).value(); };
    GivenGrant grant{id(0), id(1), id(2), row.string(3), row.text(4) == code(Verb::read) ? Verb::read : Verb::react, base::instant(row.integer(5)), {}, {}};
    if (!row.null(6)) grant.until = base::instant(row.integer(6));
    grant.kind = row.string(7);
    return grant;
}

ReceivedGrant received_of(const storage::Row& row) {
    const auto id = [&](int column) { return base::Id::parse(row.text(column)).value(); };
    ReceivedGrant grant{row.string(0), id(1), id(2), row.string(3), base::instant(row.integer(4)), {}};
    if (!row.null(5)) grant.until = base::instant(row.integer(5));
    return grant;
}

}  // namespace

bool may(storage::Reads& reads, const Viewer& viewer, const Thing& thing, Verb verb, base::Instant now) {
    if (!base::guarded(base::Guard::owner_only)) return true;
    if (!viewer.content_open) return false;
    if (viewer.person == thing.owner) return true;
    bool open = false;
    reads.each(query::grant_open, [&](const storage::Row&) { open = true; }, viewer.person, thing.kind, thing.id, thing.owner,
               code(verb), now);
    return open;
}

void give(storage::Writes& writes, const Grant& grant, base::Instant now, base::Randomness& randomness) {
    const std::int64_t given = writes.run(query::grant_give, grant.id, grant.thing.kind, grant.thing.id, grant.thing.owner,
                                          grant.grantee, code(grant.verb), grant.purpose, now, grant.until);
    if (given == 0) return;
    const AuditEntry entry{grant.thing.owner, Deed::granted, grant.grantee,
                           fmt::format("{} {}", grant.thing.kind, grant.thing.id.view())};
    record(writes, entry, now, randomness);
}

std::optional<EndingGrant> remember_end(storage::School& school, const base::Id& owner, const base::Id& grant, base::Instant now) {
    bool theirs = false;
    school.read([&](storage::Reads& reads) {
        reads.each(query::grant_of_owner, [&](const storage::Row&) { theirs = true; }, grant, owner);
    });
    if (!theirs) return std::nullopt;
    school.vault().record_removal("access_grant", grant, now);
    return EndingGrant{grant, owner};
}

void take_back(storage::Writes& writes, const EndingGrant& ending, base::Instant now, base::Randomness& randomness) {
    const auto& [grant, owner] = std::pair{ending.grant(), ending.owner()};
    std::optional<AuditEntry> entry;
    writes.each(query::grant_of_owner, [&](const storage::Row& row) {
        entry = AuditEntry{owner, Deed::grant_ended, base::Id::parse(row.text(2)), fmt::format("{} {}", row.text(0), row.text(1))};
    }, grant, owner);
    if (!entry) return;
    writes.run(query::grant_take_back, grant, owner);
    record(writes, *entry, now, randomness);
}

std::vector<GivenGrant> grants_given(storage::Reads& reads, const base::Id& owner, base::Instant now) {
    return reads.all(query::grants_given, given_of, owner, now);
}

std::vector<GivenGrant> grants_of(storage::Reads& reads, const Thing& thing, base::Instant now) {
    return reads.all(query::grants_of_thing, given_of, thing.kind, thing.id, thing.owner, now);
}

std::vector<GivenGrant> grants_on(storage::Reads& reads, const base::Id& owner, std::string_view purpose, base::Instant now) {
    return reads.all(query::grants_on_purpose, given_of, owner, purpose, now);
}

std::vector<ReceivedGrant> grants_received(storage::Reads& reads, const base::Id& grantee, base::Instant now) {
    return reads.all(query::grants_received, received_of, grantee, now);
}

std::vector<ReceivedGrant> grants_received(storage::Reads& reads, const base::Id& grantee, std::string_view kind, const base::Id& thing, base::Instant now) {
    return reads.all(query::grants_received_of, received_of, grantee, kind, thing, now);
}

void end_grants(storage::Writes& writes, const Thing& thing) {
    writes.run(query::grant_end_of_thing, thing.kind, thing.id, thing.owner);
}

}  // namespace loopbaankaart::access

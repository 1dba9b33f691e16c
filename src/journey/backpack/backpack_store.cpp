#include <limits>

#include "../idempotent.hpp"
#include "../removal.hpp"
#include "backpack.hpp"
#include "backpack.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view table = "kept_thing";

storage::SealedAt place_of(std::string_view column, const base::Id& id) { return {table, column, id.view()}; }

KeptThing thing_of(const storage::Row& row, storage::Vault& vault) {
    const base::Id id = base::Id::parse(row.text(0)).value();
    const base::Id owner = base::Id::parse(row.text(1)).value();
    KeptThing thing{.id = id, .place = row.string(2), .kept_at = base::instant(row.integer(5)), .place_name = row.string(3), .owner = owner};
    thing.words = vault.open(owner, place_of("words", id), row.bytes(4));
    if (!row.null(6)) thing.picture = base::Id::parse(row.text(6));
    if (!row.null(7)) thing.picture_description = vault.open(owner, place_of("picture_description", id), row.bytes(7));
    return thing;
}

std::optional<KeptThing> own_thing(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, const base::Id& id) {
    return reads.first(query::own_thing, [&](const storage::Row& row) { return thing_of(row, vault); }, id, owner);
}

bool same_content(const KeptThing& kept, const KeptThing& sent) {
    return kept.words == sent.words && kept.place == sent.place && kept.picture == sent.picture;
}

}  // namespace

SealedThing prepare(storage::Vault& vault, const access::Viewer& viewer, KeptThing thing) {
    thing.id = stored_id(thing.id, thing.kept_at);
    SealedThing ready{.thing = std::move(thing)};
    ready.words = vault.seal(viewer.person, place_of("words", ready.thing.id), ready.thing.words);
    if (ready.thing.picture)
        ready.picture_description = vault.seal(viewer.person, place_of("picture_description", ready.thing.id), ready.thing.picture_description);
    return ready;
}

Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedThing& ready) {
    const KeptThing& thing = ready.thing;
    const std::int64_t made = writes.run(query::keep_thing, thing.id, viewer.person, thing.place, thing.place_name, ready.words,
                                         thing.kept_at, removal_of(viewer, thing.id), thing.picture, ready.picture_description);
    if (made > 0) return Kept::made;
    const auto there = own_thing(writes, vault, viewer.person, thing.id);
    return there && same_content(*there, thing) ? Kept::already_there : Kept::conflict;
}

Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing) {
    return keep(writes, vault, viewer, prepare(vault, viewer, thing));
}

void keep_new(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing) {
    const SealedThing ready = prepare(vault, viewer, thing);
    const base::Id& id = ready.thing.id;
    writes.run_soon(query::keep_thing, id, viewer.person, thing.place, thing.place_name, ready.words, thing.kept_at, removal_of(viewer, id),
                    thing.picture, ready.picture_description);
}

std::vector<KeptThing> things_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer,
                                 std::string_view place, std::size_t limit, const std::optional<base::Id>& before) {
    base::Instant before_moment = base::instant(std::numeric_limits<std::int64_t>::max());
    std::string_view before_id;
    if (before) {
        const auto moment = reads.first(query::kept_moment, [](const storage::Row& row) { return base::instant(row.integer(0)); },
                                        *before, viewer.person);
        if (!moment) return {};
        before_moment = *moment;
        before_id = before->view();
    }
    const auto most = static_cast<std::int64_t>(limit);
    const auto make = [&](const storage::Row& row) { return thing_of(row, vault); };
    if (place.empty()) return reads.all(query::things_of, make, viewer.person, before_moment, before_id, most);
    return reads.all(query::things_at, make, viewer.person, place, before_moment, before_id, most);
}

std::optional<KeptThing> find_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    const auto owners = reads.all(query::thing_owners, [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); },
                                  id, viewer.person);
    for (const base::Id& owner : owners)
        if (access::may(reads, viewer, {table, id, owner}, access::Verb::read, now)) return own_thing(reads, vault, owner, id);
    return std::nullopt;
}

void record_removal(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    vault.record_removal(table, removal_of(viewer, id), now);
}

bool was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return vault.was_removed(table, removal_of(viewer, id));
}

void remove_thing(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id) {
    access::end_grants(writes, {table, id, viewer.person});
    writes.run(query::remove_thing, id, viewer.person);
}

}  // namespace loopbaankaart::journey

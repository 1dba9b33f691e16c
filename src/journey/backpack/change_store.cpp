#include "../removal.hpp"
#include "backpack_rows.hpp"
#include "change.sql.hpp"

namespace loopbaankaart::journey {

namespace {

using rows::place_of;

struct AsItWas {
    std::optional<base::Id> change;
    base::Bytes words;  // sealed
};

std::optional<AsItWas> as_it_was(storage::Reads& reads, const base::Id& owner, const base::Id& id) {
    return reads.first(query::lock_change, [](const storage::Row& row) {
        const base::BytesView words = row.bytes(1);
        return AsItWas{base::Id::parse(row.text(0)), {words.begin(), words.end()}};
    }, id, owner);
}

void replace(storage::Writes& writes, const base::Id& owner, const SealedChange& sealed) {
    const KeptThing& thing = sealed.change.thing;
    const rows::Happened when = rows::happened(thing);
    writes.run(query::change_thing, sealed.sealed.words, sealed.sealed.marks, when.from, when.until, when.said, sealed.change.id, thing.id, owner);
}

// Whether the change of that id, made before, says what this one says: what was sent again, or another text under the same id.
bool says_the_same(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const SealedChange& sealed) {
    const auto& [id, thing] = std::pair{sealed.change.id, sealed.change.thing};
    const auto later = reads.first(query::words_after_change, [&](const storage::Row& row) {
        return vault.open(viewer.person, place_of("words", thing.id), row.bytes(0));
    }, viewer.person, id, thing.id);
    if (later) return *later == thing.words;
    const auto now = find_thing(reads, vault, viewer, thing.id, sealed.now);
    return now && now->change == id && now->words == thing.words && now->marks == thing.marks && now->happened == thing.happened;
}

}  // namespace

SealedChange prepare(storage::Vault& vault, const access::Viewer& viewer, Change change, base::Instant now) {
    SealedChange ready{.change = std::move(change), .now = now};
    ready.sealed = prepare(vault, viewer, ready.change.thing);
    for (const auto& [part, words] : ready.change.described) ready.described.push_back(rows::seal_description(vault, viewer.person, part, words));
    return ready;
}

Changed change(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const SealedChange& sealed) {
    const Change& wanted = sealed.change;
    const base::Id& owner = viewer.person;
    const auto was = as_it_was(writes, owner, wanted.thing.id);
    if (!was) return Changed::absent;
    if (writes.first(query::was_changed_so, [](const storage::Row&) { return true; }, owner, wanted.id)) {
        const bool same = !base::guarded(base::Guard::change_seen) || says_the_same(writes, school.vault(), viewer, sealed);
        return same ? Changed::already_done : Changed::meanwhile;
    }
    if (was->change != wanted.seen && base::guarded(base::Guard::change_seen)) return Changed::meanwhile;
    writes.run(query::keep_version, wanted.id, owner, wanted.thing.id, was->words, sealed.now, removal_of(owner, wanted.thing.id));
    replace(writes, owner, sealed);
    rows::change_parts(writes, school.media(), {rows::table, wanted.thing.id, owner},
                       {wanted.gone, wanted.described, sealed.described, wanted.thing.parts, sealed.sealed.descriptions});
    return Changed::done;
}

std::vector<EarlierWords> earlier_words(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& thing) {
    return reads.all(query::earlier_words, [&](const storage::Row& row) {
        return EarlierWords{vault.open(viewer.person, place_of("words", thing), row.bytes(1)), base::instant(row.integer(2))};
    }, viewer.person, thing);
}

void record_part_removal(storage::Vault& vault, const base::Id& owner, const base::Id& part, base::Instant now) {
    vault.record_removal(rows::parts_table, removal_of(owner, part), now);
}

}  // namespace loopbaankaart::journey

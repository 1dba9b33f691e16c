#include "../removal.hpp"
#include "record_change.sql.hpp"
#include "record_rows.hpp"

namespace loopbaankaart::journey {

namespace {

struct AsItWas {
    base::Id seen;     // as of seen_of
    base::Bytes body;  // sealed
};

std::optional<AsItWas> as_it_was(storage::Reads& reads, const access::Thing& record) {
    return reads.first(query::lock_record, [&](const storage::Row& row) {
        const base::BytesView body = row.bytes(1);
        return AsItWas{base::Id::parse(row.text(0)).value_or(record.id), {body.begin(), body.end()}};
    }, record.id, record.owner, record.kind);
}

// Whether the change of that id, made before, says what this one says: what was sent again, or another text under the same id.
bool says_the_same(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const RecordChange& wanted) {
    const Record& record = wanted.record;
    const auto later = reads.first(query::body_after_change, [&](const storage::Row& row) {
        return rows::body_of(vault.open(viewer.person, rows::place_of_body(record.id), row.bytes(0))).body;
    }, viewer.person, wanted.id, record.id);
    if (later) return *later == record.body;
    const auto now = own_record(reads, vault, viewer, record.id);
    return now && now->change == wanted.id && now->body == record.body && now->links == record.links;
}

}  // namespace

SealedRecordChange prepare(storage::Vault& vault, const access::Viewer& viewer, RecordChange change, base::Instant now) {
    SealedRecordChange ready{.change = std::move(change), .now = now};
    ready.sealed = prepare(vault, viewer, ready.change.record);
    for (const auto& [part, words] : ready.change.described) ready.described.push_back(rows::seal_description(vault, viewer.person, part, words));
    return ready;
}

Changed change(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const SealedRecordChange& sealed) {
    const RecordChange& wanted = sealed.change;
    const Record& record = wanted.record;
    const access::Thing thing{code(record.kind), record.id, viewer.person};
    const auto was = as_it_was(writes, thing);
    if (!was) return Changed::absent;
    if (writes.first(query::record_was_changed_so, [](const storage::Row&) { return true; }, viewer.person, wanted.id)) {
        const bool same = !base::guarded(base::Guard::change_seen) || says_the_same(writes, school.vault(), viewer, wanted);
        return same ? Changed::already_done : Changed::meanwhile;
    }
    if (was->seen != wanted.seen && base::guarded(base::Guard::change_seen)) return Changed::meanwhile;
    writes.run(query::keep_record_version, wanted.id, viewer.person, record.id, was->body, sealed.now, removal_of(viewer.person, record.id));
    writes.run(query::change_record, sealed.sealed.body, wanted.id, record.id, viewer.person);
    writes.run(query::drop_links, viewer.person, record.id);
    rows::add_links(writes, viewer.person, record);
    if (const RowsBeside* beside = rows::rows_beside(record.kind)) beside->follow(writes, viewer.person, record, sealed.now);
    rows::change_parts(writes, school.media(), thing, {wanted.gone, wanted.described, sealed.described, record.parts, sealed.sealed.descriptions});
    return Changed::done;
}

std::vector<EarlierBody> earlier_bodies(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& record) {
    return reads.all(query::earlier_bodies, [&](const storage::Row& row) {
        auto read = rows::body_of(vault.open(viewer.person, rows::place_of_body(record), row.bytes(0)));
        return EarlierBody{std::move(read.body), read.format, base::instant(row.integer(1))};
    }, viewer.person, record);
}

}  // namespace loopbaankaart::journey

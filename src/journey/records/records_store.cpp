#include <algorithm>
#include <limits>
#include <map>

#include "../idempotent.hpp"
#include "../named.hpp"
#include "../removal.hpp"
#include "record_rows.hpp"
#include "records.sql.hpp"

namespace loopbaankaart::journey {

namespace {

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

// Their links and parts, each in one question; of many, all that lies between their ids. There may be parts of what has the same id but is of another kind.
void complete(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, std::span<Record> records) {
    if (records.empty()) return;
    std::map<base::Id, Record*> by_id;
    for (Record& record : records) by_id.emplace(record.id, &record);
    const auto found = [&](const storage::Row& row) {
        const auto at = by_id.find(id_in(row, 0));
        return at == by_id.end() ? nullptr : at->second;
    };
    const auto add_link = [&](const storage::Row& row) {
        if (Record* record = found(row)) record->links.push_back({row.string(1), id_in(row, 2)});
    };
    const auto add_part = [&](const storage::Row& row) {
        Record* record = found(row);
        if (record != nullptr && row.text(10) == code(record->kind)) record->parts.push_back(rows::part_of(row, vault, owner));
    };
    if (by_id.size() <= few_named) {
        const std::string ids = ids_in(by_id);
        reads.each(query::links_of_named_records, add_link, ids, owner);
        reads.each(query::parts_of_named_records, add_part, ids, owner);
    } else {
        const base::Id &first = by_id.begin()->first, &last = by_id.rbegin()->first;
        reads.each(query::links_of_records, add_link, owner, first, last);
        reads.each(query::parts_of_records, add_part, owner, first, last);
    }
}

std::optional<Record> record_of_owner(storage::Reads& reads, storage::Vault& vault, const base::Id& owner, const base::Id& id) {
    auto record = reads.first(query::own_record, [&](const storage::Row& row) { return rows::record_of(row, vault); }, id, owner);
    if (record) complete(reads, vault, owner, {&*record, 1});
    return record;
}

bool same_content(const Record& kept, const Record& sent) {
    return kept.kind == sent.kind && kept.body == sent.body && kept.links == sent.links && std::ranges::equal(kept.parts, sent.parts, rows::same_part);
}

struct Found {
    base::Id owner;
    RecordKind kind;
};

}  // namespace

SealedRecord prepare(storage::Vault& vault, const access::Viewer& viewer, Record record) {
    record.id = stored_id(record.id, record.made_at);
    SealedRecord ready{.record = std::move(record)};
    const Record& kept = ready.record;
    ready.body = vault.seal(viewer.person, rows::place_of_body(kept.id), rows::in_text(kept.body, kept.format));
    ready.descriptions = rows::seal_descriptions(vault, viewer.person, kept.parts);
    return ready;
}

Kept keep(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedRecord& sealed) {
    const auto& [record, body, descriptions] = sealed;
    const std::int64_t made = writes.run(query::keep_record, record.id, viewer.person, code(record.kind), body, record.made_at, removal_of(viewer.person, record.id));
    if (made > 0) {
        rows::add_links(writes, viewer.person, record);
        rows::add_parts(writes, {code(record.kind), record.id, viewer.person}, 0, record.parts, descriptions);
        if (const RowsBeside* beside = rows::rows_beside(record.kind)) beside->follow(writes, viewer.person, record, record.made_at);
        return Kept::made;
    }
    const auto there = record_of_owner(writes, vault, viewer.person, record.id);
    return there && same_content(*there, record) ? Kept::already_there : Kept::conflict;
}

std::optional<Record> find_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    const auto found = reads.all(query::record_owners, [](const storage::Row& row) { return Found{id_in(row, 0), parse_record_kind(row.text(1)).value()}; }, id, viewer.person);
    for (const auto& [owner, kind] : found) {
        if (!access::may(reads, viewer, {code(kind), id, owner}, access::Verb::read, now)) continue;
        auto record = record_of_owner(reads, vault, owner, id);
        const bool closed = record && record->thrown_at && owner != viewer.person && base::guarded(base::Guard::bin_closed);
        if (!closed) return record;
    }
    return std::nullopt;
}

std::optional<Record> find_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, const base::Id& id, base::Instant now) {
    auto record = find_record(reads, vault, viewer, id, now);
    return record && record->kind == kind ? std::move(record) : std::nullopt;
}

std::optional<Record> own_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return record_of_owner(reads, vault, viewer.person, id);
}

namespace {

std::int64_t as_limit(std::size_t limit) { return static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max())); }

}  // namespace

std::vector<Record> records_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit,
                               const std::optional<base::Id>& before, std::span<const base::Id> left_out) {
    base::Instant before_moment = base::instant(std::numeric_limits<std::int64_t>::max());
    std::string_view before_id;
    if (before) {
        const auto moment = reads.first(query::record_moment, [](const storage::Row& row) { return base::instant(row.integer(0)); }, *before, viewer.person);
        if (!moment) return {};
        before_moment = *moment;
        before_id = before->view();
    }
    std::vector<Record> records;
    reads.each(query::records_of, [&](const storage::Row& row) {
        if (records.size() < limit && std::ranges::find(left_out, row.text(0), &base::Id::view) == left_out.end()) records.push_back(rows::record_of(row, vault));
    }, viewer.person, code(kind), before_moment, before_id, as_limit(limit) + std::ssize(left_out));
    complete(reads, vault, viewer.person, records);
    return records;
}

std::vector<Record> records_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit,
                               const std::optional<base::Id>& before) {
    return records_of(reads, vault, viewer, kind, limit, before, {});
}

std::vector<Record> own_records(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::span<const base::Id> ids) {
    if (ids.empty()) return {};
    auto records = reads.all(query::named_records, [&](const storage::Row& row) { return rows::record_of(row, vault); }, one_behind_the_other(ids), viewer.person, code(kind));
    complete(reads, vault, viewer.person, records);
    return records;
}

std::vector<Record> records_before(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit, base::Instant before) {
    return reads.all(query::records_of, [&](const storage::Row& row) { return rows::record_of(row, vault); }, viewer.person, code(kind), before, std::string_view{}, as_limit(limit));
}

std::vector<BriefRecord> brief_records_before(storage::Reads& reads, const access::Viewer& viewer, RecordKind kind, std::size_t limit, base::Instant before) {
    return reads.all(query::brief_records_of, [](const storage::Row& row) { return BriefRecord{id_in(row, 0), base::instant(row.integer(1))}; }, viewer.person, code(kind), before,
                     as_limit(limit));
}

std::vector<Record> records_changed(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind, std::size_t limit) {
    return reads.all(query::records_changed, [&](const storage::Row& row) { return rows::record_of(row, vault); }, viewer.person, code(kind), as_limit(limit));
}

std::optional<Record> single_record(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, RecordKind kind) {
    auto records = records_of(reads, vault, viewer, kind, 1);
    if (records.empty()) return std::nullopt;
    return std::move(records.front());
}

std::vector<Record> records_from(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Link& to) {
    auto records = reads.all(query::records_from, [&](const storage::Row& row) { return rows::record_of(row, vault); }, viewer.person, to.kind, to.id);
    complete(reads, vault, viewer.person, records);
    return records;
}

std::vector<Record> records_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer) {
    auto records = reads.all(query::records_in_bin, [&](const storage::Row& row) { return rows::record_of(row, vault); }, viewer.person);
    complete(reads, vault, viewer.person, records);
    return records;
}

bool record_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return vault.was_removed(rows::records_table, removal_of(viewer.person, id));
}

}  // namespace loopbaankaart::journey

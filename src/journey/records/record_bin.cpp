#include "../sharing/sharing.hpp"
#include "../removal.hpp"
#include "record_bin.sql.hpp"
#include "record_rows.hpp"

namespace loopbaankaart::journey {

namespace {

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

}  // namespace

void throw_record_away(storage::Writes& writes, const access::Thing& record, base::Instant now) {
    access::end_grants(writes, record);
    writes.run(query::throw_record_away, now, record.id, record.owner, record.kind);
}

bool take_record_back_out(storage::Writes& writes, const access::Thing& record) {
    const bool single = is_single(parse_record_kind(record.kind).value());
    return writes.run(query::take_record_back_out, record.id, record.owner, record.kind, single) > 0;
}

void remember_record_removal(storage::School& school, const access::Thing& record, base::Instant now) {
    std::vector<base::Id> removals;
    school.read([&](storage::Reads& reads) { removals = reads.all(query::removal_of_record, id_of, record.id, record.owner, record.kind); });
    record_removal_of_shared(school, record, now);
    rows::remember_removal_of_parts(school, record, now);
    const RowsBeside* beside = rows::rows_beside(parse_record_kind(record.kind).value());
    for (const base::Id& removal : removals) {
        if (beside != nullptr) school.vault().record_removal(beside->table, removal, now);
        for (const std::string_view table : {rows::links_table, rows::record_versions_table, rows::records_table}) school.vault().record_removal(table, removal, now);
    }
}

void remove_record(storage::Writes& writes, storage::Media& media, const access::Thing& record) {
    remove_shared(writes, record);
    if (writes.run(query::remove_record, record.id, record.owner, record.kind) == 0) return;
    end_takings(writes, record.owner);
    rows::remove_parts(writes, media, record);
    if (const RowsBeside* beside = rows::rows_beside(parse_record_kind(record.kind).value())) beside->remove(writes, record);
    writes.run(query::remove_record_links, record.owner, record.id);
    writes.run(query::remove_record_versions, record.owner, record.id);
}

void empty_record_bins(storage::School& school, base::Instant now) {
    struct Claimed {
        base::Id id, owner;
        RecordKind kind;
    };
    bool any = false;
    school.read([&](storage::Reads& reads) { any = reads.first(query::any_record_due, [](const storage::Row&) { return true; }, now - in_the_bin_for).has_value(); });
    if (!any) return;
    std::vector<Claimed> claimed;
    school.write_now([&](storage::Writes& writes) {
        writes.run(query::claim_records_due, now - in_the_bin_for);
        claimed = writes.all(query::claimed_records, [](const storage::Row& row) {
            return Claimed{id_of(row), base::Id::parse(row.text(1)).value(), parse_record_kind(row.text(2)).value()};
        });
    });
    for (const Claimed& each : claimed) {
        const access::Thing record{code(each.kind), each.id, each.owner};
        remember_record_removal(school, record, now);
        school.write_now([&](storage::Writes& writes) { remove_record(writes, school.media(), record); });
    }
}

}  // namespace loopbaankaart::journey

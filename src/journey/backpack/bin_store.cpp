#include "../removal.hpp"
#include "../sharing/sharing.hpp"
#include "backpack_rows.hpp"
#include "bin.sql.hpp"

namespace loopbaankaart::journey {

namespace {

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

}  // namespace

void throw_away(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    access::end_grants(writes, {rows::table, id, viewer.person});
    writes.run(query::throw_away, now, id, viewer.person);
}

void take_back_out(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id) { writes.run(query::take_back_out, id, viewer.person); }

void record_removal(storage::School& school, const base::Id& owner, const base::Id& id, base::Instant now) {
    std::vector<base::Id> things;
    school.read([&](storage::Reads& reads) { things = reads.all(query::removals_of_thing, id_of, id, owner); });
    record_removal_of_shared(school, {rows::table, id, owner}, now);
    rows::remember_removal_of_parts(school, {rows::table, id, owner}, now);
    for (const base::Id& thing : things)
        for (const std::string_view table : {rows::versions_table, rows::table}) school.vault().record_removal(table, thing, now);
}

void remove_thing(storage::Writes& writes, storage::Media& media, const base::Id& owner, const base::Id& id) {
    end_takings(writes, owner);
    rows::remove_parts(writes, media, {rows::table, id, owner});
    remove_shared(writes, {rows::table, id, owner});
    writes.run(query::remove_versions, owner, id);
    writes.run(query::remove_thing, id, owner);
}

void empty_bins(storage::School& school, base::Instant now) {
    struct Claimed {
        base::Id id, owner;
    };
    bool any = false;
    school.read([&](storage::Reads& reads) { any = reads.first(query::any_due, [](const storage::Row&) { return true; }, now - in_the_bin_for).has_value(); });
    if (!any) return;
    std::vector<Claimed> claimed;
    school.write_now([&](storage::Writes& writes) {
        writes.run(query::claim_due, now - in_the_bin_for);
        claimed = writes.all(query::claimed, [](const storage::Row& row) { return Claimed{id_of(row), base::Id::parse(row.text(1)).value()}; });
    });
    for (const Claimed& each : claimed) {
        record_removal(school, each.owner, each.id, now);
        school.write_now([&](storage::Writes& writes) { remove_thing(writes, school.media(), each.owner, each.id); });
    }
}

}  // namespace loopbaankaart::journey

#include "../removal.hpp"
#include "../sharing/sharing.hpp"
#include "telling.sql.hpp"
#include "telling_rows.hpp"

namespace loopbaankaart::journey {

void throw_telling_away(storage::Writes& writes, const access::Thing& telling, base::Instant now) {
    access::end_grants(writes, telling);
    writes.run(query::throw_telling_away, now, telling.id, telling.owner);
}

void take_telling_back_out(storage::Writes& writes, const access::Thing& telling) { writes.run(query::take_telling_back_out, telling.id, telling.owner); }

void remember_telling_removal(storage::School& school, const access::Thing& telling, base::Instant now) {
    std::vector<base::Id> removals;
    school.read([&](storage::Reads& reads) { removals = reads.all(query::removal_of_telling, rows::id_of, telling.id, telling.owner); });
    record_removal_of_shared(school, telling, now);
    for (const base::Id& removal : removals)
        for (const std::string_view table : {rows::told_parts_table, rows::tellings_table}) school.vault().record_removal(table, removal, now);
}

void remove_telling(storage::Writes& writes, storage::Media& media, const access::Thing& telling) {
    remove_shared(writes, telling);
    const auto files = writes.all(query::files_of_telling, rows::id_of, telling.owner, telling.id);
    if (writes.run(query::remove_telling, telling.id, telling.owner) == 0) return;
    end_takings(writes, telling.owner);
    for (const base::Id& file : files) media.remove(file);
    writes.run(query::remove_told_parts, telling.owner, telling.id);
}

void empty_telling_bins(storage::School& school, base::Instant now) {
    struct Claimed {
        base::Id id, owner;
    };
    bool any = false;
    school.read([&](storage::Reads& reads) { any = reads.first(query::any_telling_due, [](const storage::Row&) { return true; }, now - in_the_bin_for).has_value(); });
    if (!any) return;
    std::vector<Claimed> claimed;
    school.write_now([&](storage::Writes& writes) {
        writes.run(query::claim_tellings_due, now - in_the_bin_for);
        claimed = writes.all(query::claimed_tellings, [](const storage::Row& row) { return Claimed{rows::id_of(row), base::Id::parse(row.text(1)).value()}; });
    });
    for (const Claimed& each : claimed) {
        const access::Thing telling{telling_kind, each.id, each.owner};
        remember_telling_removal(school, telling, now);
        school.write_now([&](storage::Writes& writes) { remove_telling(writes, school.media(), telling); });
    }
}

}  // namespace loopbaankaart::journey

#include <fmt/format.h>

#include "../audit/audit.hpp"
#include "../people/people.hpp"
#include "acquaintances.hpp"
#include "acquaintances.sql.hpp"

namespace loopbaankaart::access {

namespace {

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

Known known_of(const storage::Row& row) { return {id_of(row), row.string(1)}; }

std::optional<base::Id> acquaintance_between(storage::Reads& reads, const base::Id& viewer, const base::Id& person) {
    return reads.first(query::acquaintance_between, id_of, viewer, person);
}

}  // namespace

std::vector<Known> staff_of_teams(storage::Reads& reads, const base::Id& viewer) { return reads.all(query::staff_of_teams, known_of, viewer); }

std::vector<Known> students_of_teams(storage::Reads& reads, const base::Id& viewer) { return reads.all(query::students_of_teams, known_of, viewer); }

std::vector<Known> acquaintances_of(storage::Reads& reads, const base::Id& viewer) { return reads.all(query::acquaintances_of, known_of, viewer); }

bool may_share_with(storage::Reads& reads, const base::Id& viewer, const base::Id& person) {
    if (!base::guarded(base::Guard::contact_yes)) return true;
    const bool staff = reads.first(query::works_in_team_of, [](const storage::Row&) { return true; }, viewer, person).has_value();
    if (staff || !are_acquainted(reads, viewer, person)) return staff;
    const auto known = find_person(reads, person);
    return known && known->standing == Standing::active;  // who left, or is suspended, is not there to be chosen
}

void acquaint(storage::Writes& writes, const base::Id& one, const base::Id& other, base::Instant now, base::Randomness& randomness) {
    if (one == other || are_acquainted(writes, one, other)) return;
    const base::Id id = base::Id::make(now, randomness);
    writes.run(query::acquaint, id, one, other, now);
    record(writes, {other, Deed::acquainted, one, "acquaintance " + id.text()}, now, randomness);
}

bool are_acquainted(storage::Reads& reads, const base::Id& viewer, const base::Id& person) {
    return acquaintance_between(reads, viewer, person).has_value();
}

void remember_acquaintance_end(storage::School& school, const base::Id& viewer, const base::Id& person, base::Instant now) {
    std::optional<base::Id> acquaintance;
    std::vector<base::Id> grants;
    school.read([&](storage::Reads& reads) {
        acquaintance = acquaintance_between(reads, viewer, person);
        grants = reads.all(query::grants_between, id_of, viewer, person);
    });
    if (!acquaintance) return;
    school.vault().record_removal("acquaintance", *acquaintance, now);
    for (const base::Id& grant : grants) school.vault().record_removal("access_grant", grant, now);
}

void end_acquaintance(storage::Writes& writes, const base::Id& viewer, const base::Id& person, base::Instant now, base::Randomness& randomness) {
    const auto acquaintance = acquaintance_between(writes, viewer, person);
    if (!acquaintance) return;
    std::vector<AuditEntry> deeds{{viewer, Deed::acquaintance_ended, person, "acquaintance " + acquaintance->text()}};
    writes.each(query::grants_between, [&](const storage::Row& row) {
        deeds.push_back({viewer, Deed::grant_ended, person, fmt::format("{} {}", row.text(3), row.text(4))});
    }, viewer, person);
    writes.run(query::end_acquaintance, *acquaintance);
    writes.run(query::end_grants_between, viewer, person);
    for (const AuditEntry& deed : deeds) record(writes, deed, now, randomness);
}

}  // namespace loopbaankaart::access

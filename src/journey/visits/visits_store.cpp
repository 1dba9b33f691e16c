#include "../idempotent.hpp"
#include "visits.hpp"
#include "visits.sql.hpp"

namespace loopbaankaart::journey {

namespace {

PlaceVisit visit_of(const storage::Row& row) {
    return {base::Id::parse(row.text(0)).value(), row.string(1), base::instant(row.integer(3)),
            row.null(4) ? std::optional<base::Instant>{} : base::instant(row.integer(4)), row.string(2)};
}

}  // namespace

void arrive(storage::Writes& writes, const access::Viewer& viewer, const PlaceVisit& visit) {
    writes.run_soon(query::arrive, viewer.person, stored_id(visit.id, visit.since), visit.place, visit.place_name, visit.since, visit.until);
}

void move_on(storage::Writes& writes, const access::Viewer& viewer, std::string_view place, base::Instant now) {
    writes.run(query::move_on, now, viewer.person, place);
}

std::vector<PlaceVisit> visits_of(storage::Reads& reads, const access::Viewer& viewer) {
    return reads.all(query::visits_of, visit_of, viewer.person);
}

}  // namespace loopbaankaart::journey

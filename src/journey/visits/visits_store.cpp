#include "../idempotent.hpp"
#include "../removal.hpp"
#include "visits.hpp"
#include "visits.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view table = "place_visit";

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

// The place, when it began, when it ended and how that was said.
PlaceVisit brief(const storage::Row& row) {
    PlaceVisit visit{.id = {}, .place = row.string(0), .since = base::instant(row.integer(1)), .until = {}, .place_name = {},
                     .said = parse_precision(row.text(3)).value_or(Precision::unknown)};
    if (!row.null(2)) visit.until = base::instant(row.integer(2));
    return visit;
}

PlaceVisit visit_of(const storage::Row& row) {
    PlaceVisit visit = brief(row);
    visit.id = base::Id::parse(row.text(4)).value();
    visit.place_name = row.string(5);
    if (!row.null(6) && !row.null(7)) visit.spot = pen::Point{row.real(6), row.real(7)};
    return visit;
}

}  // namespace

void arrive(storage::Writes& writes, const access::Viewer& viewer, const PlaceVisit& visit) {
    const base::Id id = stored_id(visit.id, visit.since);
    const auto x = visit.spot ? std::optional{visit.spot->x} : std::nullopt, y = visit.spot ? std::optional{visit.spot->y} : std::nullopt;
    writes.run_soon(query::add_visit, viewer.person, id, visit.place, visit.place_name, visit.since, visit.until, code(visit.said), x, y, removal_of(viewer.person, id));
}

void move_on(storage::Writes& writes, const access::Viewer& viewer, std::string_view place, base::Instant now) {
    writes.run(query::move_on, now, viewer.person, place);
}

std::optional<base::Id> last_left(storage::Reads& reads, const access::Viewer& viewer, std::string_view place) {
    return reads.first(query::last_left, id_of, viewer.person, place);
}

void come_back(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id, base::Instant ended) {
    writes.run(query::come_back, viewer.person, id, ended);
}

std::vector<PlaceVisit> visits_of(storage::Reads& reads, const access::Viewer& viewer) {
    return reads.all(query::visits_of, visit_of, viewer.person);
}

std::vector<PlaceVisit> visits_at(storage::Reads& reads, const access::Viewer& viewer, std::string_view place) {
    return reads.all(query::visits_at, visit_of, viewer.person, place);
}

std::vector<PlaceVisit> brief_visits_of(storage::Reads& reads, const access::Viewer& viewer) {
    return reads.all(query::brief_visits_of, brief, viewer.person);
}

std::optional<PlaceVisit> find_visit(storage::Reads& reads, const access::Viewer& viewer, const base::Id& id) {
    return reads.first(query::find_visit, visit_of, viewer.person, id);
}

void record_visit_removal(storage::School& school, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    std::optional<base::Id> name;
    school.read([&](storage::Reads& reads) { name = reads.first(query::removal_name, id_of, viewer.person, id); });
    if (name) school.vault().record_removal(table, *name, now);
}

void remove_visit(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id) {
    end_takings(writes, viewer.person);
    writes.run(query::remove_visit, viewer.person, id);
}

bool visit_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    return vault.was_removed(table, removal_of(viewer.person, id));
}

}  // namespace loopbaankaart::journey

// Travelling (J2): where a traveller is and was. Several places at once, the same place again; the trail follows from this alone.
#pragma once

#include <string>
#include <vector>

#include <access/access.hpp>
#include <pen/pen.hpp>

#include "period.hpp"

namespace loopbaankaart::journey {

struct PlaceVisit {
    base::Id id;                              // made by the browser; scoped to its traveller
    std::string place;                        // a place's id
    base::Instant since;
    std::optional<base::Instant> until;       // absent: still here
    std::string place_name;                   // what it was called then: readable when the school takes the place away
    Precision said = Precision::moment;       // else it was told afterwards, and since and until are those of a Period
    std::optional<pen::Point> spot = {};      // where the place was on the sheet then
};

// A visit told afterwards, of that period.
PlaceVisit told(PlaceVisit visit, const Period& period);
// "sinds 3 maart 2026", "3 maart 2026 – 5 april 2026", or as it was said.
std::string when_in_words(const PlaceVisit& visit, base::Language language, std::string_view time_zone);
// The first moment after a year; of all years to come when there is none.
base::Instant end_of_year(std::optional<int> year, std::string_view time_zone);
// Whether it had begun, as far as anybody knows, before the end of that year.
bool had_begun(const PlaceVisit& visit, int year, std::string_view time_zone);

// Says "ik ben hier", or tells of an earlier visit. The same id again changes nothing (Guard::same_id_once), nor does arriving where one is.
void arrive(storage::Writes& writes, const access::Viewer& viewer, const PlaceVisit& visit);
// Says "ik ga verder" from a place: ends the open visit there.
void move_on(storage::Writes& writes, const access::Viewer& viewer, std::string_view place, base::Instant now);
// The visit at a place from which the viewer moved on last.
std::optional<base::Id> last_left(storage::Reads& reads, const access::Viewer& viewer, std::string_view place);
// Takes back that the viewer moved on then. Changes nothing the second time, nor when they arrived there again.
void come_back(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id, base::Instant ended);

// The viewer's own visits, oldest first.
std::vector<PlaceVisit> visits_of(storage::Reads& reads, const access::Viewer& viewer);
std::vector<PlaceVisit> visits_at(storage::Reads& reads, const access::Viewer& viewer, std::string_view place);
// The same as visits_of without ids, names and spots, at a third of the cost.
std::vector<PlaceVisit> brief_visits_of(storage::Reads& reads, const access::Viewer& viewer);
// The viewer's own; nothing for anybody else's.
std::optional<PlaceVisit> find_visit(storage::Reads& reads, const access::Viewer& viewer, const base::Id& id);

// Taking a visit away for good: first the ledger is told, so that no restored backup brings it back; then the viewer's own row goes.
void record_visit_removal(storage::School& school, const access::Viewer& viewer, const base::Id& id, base::Instant now);
void remove_visit(storage::Writes& writes, const access::Viewer& viewer, const base::Id& id);
// Whether the viewer removed a visit of this id: sending its form again does not bring it back.
bool visit_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);

}  // namespace loopbaankaart::journey

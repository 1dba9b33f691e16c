// Travelling (J2): where a traveller is and was. Several places at once, the same place again; the trail follows from this alone.
#pragma once

#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

struct PlaceVisit {
    base::Id id;                              // made by the browser; scoped to its traveller
    std::string place;                        // a place's id
    base::Instant since;
    std::optional<base::Instant> until;       // absent: still here
    std::string place_name;                   // what it was called then: readable when the school takes the place away
};

// Says "ik ben hier". The same id again changes nothing (Guard::same_id_once), nor does arriving where one is.
void arrive(storage::Writes& writes, const access::Viewer& viewer, const PlaceVisit& visit);
// Says "ik ga verder" from a place: ends the open visit there.
void move_on(storage::Writes& writes, const access::Viewer& viewer, std::string_view place, base::Instant now);
// The viewer's own visits, oldest first.
std::vector<PlaceVisit> visits_of(storage::Reads& reads, const access::Viewer& viewer);

}  // namespace loopbaankaart::journey

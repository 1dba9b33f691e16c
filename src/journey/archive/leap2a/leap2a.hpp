// Inside archive: a journey for another portfolio, as Leap2A (feed.hpp): leap2a.xml, and files/ with its photos, drawings and sounds. Places where one was are activities,
// what was kept is an entry with its pictures as resources, an insight reflects on what it came from, a wish is a plan, what one can is an ability with its evidence, and
// what was told is a selection. Drafts stay: what was told of them goes. So does what others said.
#pragma once

#include "../piece.hpp"

namespace loopbaankaart::journey {

void pack_leap2a(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking);

}  // namespace loopbaankaart::journey

// Inside archive: from a taking that waits to one that is ready.
#pragma once

#include "piece.hpp"
#include "taking.hpp"

namespace loopbaankaart::journey {

// The text files of an archive: pages for people, objects for machines. Its media are known then, and not yet walked over.
void pack_texts(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking);

}  // namespace loopbaankaart::journey

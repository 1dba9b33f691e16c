// Inside telling: telling again what was told, without some of it. What was told itself never changes: the new one takes its place.
#pragma once

#include <set>

#include "telling.hpp"

namespace loopbaankaart::journey {

struct LeftOut {
    std::set<base::Id> parts;     // of the telling; what stands under them goes along
    std::set<std::string> words;  // blocks that say just this
};
// As it was told, without that. It may be that nothing is left (may_be_told).
Draft told_again(const Telling& telling, const LeftOut& without);

// A telling of the viewer's that shows or says what they kept, and what of it does.
struct Holding {
    Telling telling;
    LeftOut of_it;
};
// Newest first, also from the bin. A picture is found again by its bytes, whatever way it took: for web::Slow.
std::vector<Holding> tellings_holding(storage::School& school, const access::Viewer& viewer, const KeptThing& thing);

}  // namespace loopbaankaart::journey

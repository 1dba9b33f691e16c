// Inside the trail: what of the sheet a drawing really fills.
#pragma once

#include "rooms.hpp"

namespace loopbaankaart::atlas {

// The ink of a landmark in slices, from top to foot: each from its leftmost to its rightmost point.
std::vector<Room> silhouette(const Drawings& drawings, const Standing& standing);

}  // namespace loopbaankaart::atlas

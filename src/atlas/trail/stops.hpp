// Inside the trail: where one stands.
#pragma once

#include "ground.hpp"
#include "terrain.hpp"

namespace loopbaankaart::atlas {

// The room around all of a body; there is at least one.
Room all_of(const std::vector<Room>& rooms);

// Right or left of the foot of a body, or before it: where it is free, easily reached from the middle of the
// sheet, and not where one stands for another place.
pen::Point standing_at(const Sheet& sheet, const Rooms& rooms, const Reach& from_middle, const std::vector<Stop>& taken, const std::vector<Room>& body);

// Where small drawings may lie beside every stop: clear of names, landmarks, each other and where one stands.
std::vector<std::vector<pen::Point>> free_beside(const Rooms& rooms, const std::vector<Stop>& stops);

}  // namespace loopbaankaart::atlas

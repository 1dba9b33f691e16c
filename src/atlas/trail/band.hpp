// Inside the trail: a line that wants to be calm, as an elastic band does, but keeps out of rooms and beside its neighbours.
#pragma once

#include "rooms.hpp"

namespace loopbaankaart::atlas {

constexpr double band_step = 9;  // units between the points of a band
constexpr double lane = 8;       // units between two ways side by side

struct Band {
    Outline points;
    std::vector<double> held;    // per point: how firmly it stays where it is; 0: free
};

// Lets all bands settle together: comfortably clear of `rooms`, and out of `firm` at any price. The same bands settle the same.
void settle(std::vector<Band>& bands, const Rooms& rooms, const Rooms& firm, double clearance);

}  // namespace loopbaankaart::atlas

// Inside the trail: the rooms it keeps out of, as one field of distances.
#pragma once

#include <vector>

#include "../sheet/standing.hpp"

namespace loopbaankaart::atlas {

class Rooms {
public:
    explicit Rooms(const std::vector<Room>& rooms);

    // To the edge of the nearest room, to about a unit; negative inside it.
    double clearance(pen::Point at) const;
    // The step that takes a point out of every room and a margin around it; less where rooms leave no such space between them.
    pen::Point way_out(pen::Point at, double margin) const;

private:
    std::vector<float> field_;  // the clearance in the middle of every small square
};

}  // namespace loopbaankaart::atlas

// Inside the trail: the rooms it keeps out of, found by where they lie.
#pragma once

#include <vector>

#include "../sheet/standing.hpp"

namespace loopbaankaart::atlas {

class Rooms {
public:
    static constexpr double reach = 24;  // units; rooms further away than this are not looked for

    explicit Rooms(std::vector<Room> rooms);

    // To the edge of the nearest room, at most `reach`; negative inside it.
    double clearance(pen::Point at) const;
    // The step that takes a point out of every room and a margin around it (at most `reach`), or nearly so where rooms leave no space between them.
    pen::Point way_out(pen::Point at, double margin) const;

private:
    const std::vector<std::size_t>& near(pen::Point at) const;

    std::vector<Room> rooms_;
    std::vector<std::vector<std::size_t>> squares_;  // which rooms reach into each square of the sheet
};

}  // namespace loopbaankaart::atlas

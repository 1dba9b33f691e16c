// Inside the trail: how hard the sheet is to walk on, square by square, and the easiest ways over it.
#pragma once

#include "rooms.hpp"

namespace loopbaankaart::atlas {

// How far everything is from one point.
struct Reach {
    std::vector<float> effort;        // to each square
    std::vector<std::size_t> before;  // each square, on the easiest way to it
    pen::Point from;
};

class Terrain {
public:
    // `firm` are never crossed where there is a way around; the other rooms are, rather than going a long way around.
    Terrain(const Sheet& sheet, const Rooms& rooms, const Rooms& firm);

    Reach reach(pen::Point from) const;
    static double effort_to(const Reach& reach, pen::Point to);
    // The easiest way, in as few points as it takes.
    Outline way(const Reach& reach, pen::Point to) const;

private:
    double effort(pen::Point from, pen::Point to) const;
    Outline straightened(const Outline& way) const;

    std::vector<double> effort_;  // of one unit, for each square
};

}  // namespace loopbaankaart::atlas

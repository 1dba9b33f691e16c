// The way a traveller went over the sheet.
#pragma once

#include "ground.hpp"

namespace loopbaankaart::atlas {

// Being somewhere. In the order of the journey; a place may come back.
struct StopStay {
    std::size_t stop = 0;  // of the ground
    bool here = false;     // still there
    bool dated = true;     // false: stands outside the order, no line leads there
};

// Of a long journey only the last stays are joined by a trail: more lines than this and no eye follows one of them from place to place
// on a sheet of some twenty-five places. What was before keeps its footprints.
constexpr std::size_t most_joined = 16;

struct Reached {
    std::size_t stop = 0, point = 0;  // of the ground; of the line
    bool stayed = false;              // or only passed
};
struct TrailLine {
    Outline points;                   // smooth, about 3 units apart
    std::vector<Reached> reached;     // in the order of the journey
};

// The line from each stop to the next, by way of what is passed; there and back run side by side. What was walked before in the same
// direction is not drawn again: there a line ends, and another begins where new ground does.
std::vector<TrailLine> trail(const TrailGround& ground, const std::vector<StopStay>& stays);

}  // namespace loopbaankaart::atlas

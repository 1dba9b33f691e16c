// Inside through: where places and bands lie, in units along the years and across them.
#pragma once

#include "steps.hpp"

namespace loopbaankaart::flow {

struct Node {
    std::size_t year;             // 0: in which they began
    State state;
    std::uint32_t students;
    double from, to;              // across
    double told_in = 0, told_out = 0;  // how far its bands reach, on either side
};
struct Band {
    std::size_t from, to;         // nodes
    double from_at, to_at, breadth;
    std::uint32_t students;
};
struct FlowLayout {
    std::size_t years = 0;        // of which anything is told
    std::vector<Node> nodes;
    std::vector<Band> bands;
    double across = 0;            // how far the nodes reach
};
// `room`: what the fullest year may take across. Goals come first, then years (the furthest first), another programme, and who left.
FlowLayout lay_out(const std::vector<std::string>& states, const std::vector<Step>& steps, double room, double gap);

}  // namespace loopbaankaart::flow

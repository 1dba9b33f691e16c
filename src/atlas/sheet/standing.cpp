#include "standing.hpp"

#include <cmath>

namespace loopbaankaart::atlas {

pen::Matrix placed(const Standing& standing) {
    const double scale = standing.width / box_width;
    return pen::translation(standing.at.x, standing.at.y) * pen::scaling(scale, scale) * pen::translation(-box_width / 2, -box_foot);
}

Room room_of(const Standing& standing) {
    const double half = standing.width / 2, height = standing.width * box_foot / box_width;
    return {standing.at.x - half, standing.at.y - height, standing.at.x + half, standing.at.y + standing.width * (box_height - box_foot) / box_width};
}

bool stands_in(const Standing& one, const Standing& larger) {
    constexpr double middle = 0.3, low = 0.45;  // of the larger one's width and height
    const double deep = (larger.at.y - one.at.y) / (larger.at.y - room_of(larger).top);
    return larger.width > 2 * one.width && std::abs(larger.at.x - one.at.x) < middle * larger.width && deep > 0 && deep < low;
}

}  // namespace loopbaankaart::atlas

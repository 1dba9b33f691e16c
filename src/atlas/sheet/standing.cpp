#include "standing.hpp"

namespace loopbaankaart::atlas {

pen::Matrix placed(const Standing& standing) {
    const double scale = standing.width / box_width;
    return pen::translation(standing.at.x, standing.at.y) * pen::scaling(scale, scale) * pen::translation(-box_width / 2, -box_foot);
}

Room room_of(const Standing& standing) {
    const double half = standing.width / 2, height = standing.width * box_foot / box_width;
    return {standing.at.x - half, standing.at.y - height, standing.at.x + half, standing.at.y + standing.width * (box_height - box_foot) / box_width};
}

}  // namespace loopbaankaart::atlas

// Inside the sheet: what stands on it.
#pragma once

#include "canvas.hpp"

namespace loopbaankaart::atlas {

// The box in which landmarks are drawn, and where they stand in it.
constexpr double box_width = pen::house_box.width, box_height = pen::house_box.height, box_foot = pen::house_foot;

pen::Matrix placed(const Standing& standing);
// The room a landmark takes: its width, and its height above its foot.
Room room_of(const Standing& standing);
// Low in the middle of something larger: in it, not behind it, as a house within the wall of a town.
bool stands_in(const Standing& one, const Standing& larger);

void draw_landmark(Canvas& canvas, const Standing& standing);
void draw_mountain(Canvas& canvas, const Mountain& mountain);

// What grows between the landmarks, where each stands, in the order of its foot.
struct Grown {
    std::string part, colour;
    pen::Point at;
    double size = 1;
};
std::vector<Grown> grow(const Sheet& sheet, const std::vector<Room>& kept_free);
void draw_grown(Canvas& canvas, const Grown& grown);

}  // namespace loopbaankaart::atlas

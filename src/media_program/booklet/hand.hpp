// Lines as a hand draws them. Nothing is random: the same line is drawn the same.
#pragma once

#include <cairo.h>

#include <vector>

namespace loopbaankaart::media {

struct Place {
    double x, y;
};

// A smooth way through the points, a little beside it; adds it to the path.
void draw_by_hand(cairo_t* pen, const std::vector<Place>& points, double wobble = 0.9);
// From left to right, thick in the middle and thin where the pen leaves the paper.
void draw_hand_line(cairo_t* pen, double left, double y, double width, double thickness);

// A number from 0 to 1 that belongs to these two.
double chance(int one, int other);

}  // namespace loopbaankaart::media

// Path data (SVG 2 §9.3) as curves, and as the points a hand would pass.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

#include "point.hpp"

namespace loopbaankaart::pen {

// A cubic Bézier curve; a straight piece has its handles on its ends.
struct Cubic {
    Point from, first_handle, second_handle, to;
    bool straight = false;
};

struct Curves {
    std::vector<Cubic> cubics;
    bool closed = false;
};

// All commands of SVG. Errors: word::path_malformed, about the piece that cannot be read; word::path_too_long (over 20,000 curves, or further
// than 200,000 units in all).
base::Result<std::vector<Curves>> parse_path(std::string_view data);

// Whether all of it stays within reach of a sheet, in the space of the matrix: 5,000 units to each side, 200,000 along the lines.
// `walked` grows by the length of those lines, and may not come above 500,000 in one drawing.
constexpr double furthest = 5'000;
bool within_reach(const std::vector<Curves>& curves, const Matrix& matrix, double& walked);

// Points along the curves in the space of the matrix: straight pieces at most 11 units apart, curves by how much they bend.
std::vector<Ring> flatten(const std::vector<Curves>& curves, const Matrix& matrix = {});

}  // namespace loopbaankaart::pen

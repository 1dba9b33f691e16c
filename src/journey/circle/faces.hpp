// Inside circle: heads, a stool and a flame as strokes of the pen, for a page and for the picture in a telling. Each lies around 0,0 in a box of 104 × 110.
#pragma once

#include <span>

#include <web/web.hpp>

#include "circle.hpp"

namespace loopbaankaart::journey {

enum class Paint { skin, hair, cloth, wool, line, wood, flame, heart_of_flame, dashed };
struct Stroke {
    Paint paint;
    web::Literal path;  // as in the attribute `d`
};

std::span<const Stroke> face(std::size_t which);
std::span<const Stroke> stool();
std::span<const Stroke> flame();
const base::Word& name_of_face(std::size_t which);

}  // namespace loopbaankaart::journey

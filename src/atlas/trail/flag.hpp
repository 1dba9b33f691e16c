// Inside the trail: the flag where one is.
#pragma once

#include <string>
#include <string_view>

#include "ground.hpp"
#include "paint.hpp"

namespace loopbaankaart::atlas {

std::string draw_flag(const TrailGround& ground, const Stop& stop, std::string_view words, const Paint& paint);

}  // namespace loopbaankaart::atlas

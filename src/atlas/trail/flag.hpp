// Inside the trail: the flag where one is.
#pragma once

#include "draw_traveller.hpp"

namespace loopbaankaart::atlas {

Flag draw_flag(const TrailGround& ground, const Stop& stop, std::string_view words);

}  // namespace loopbaankaart::atlas

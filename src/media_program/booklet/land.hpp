// A land to travel through, for a cover without a picture: hills, a sun, a way that ends at a flag.
#pragma once

#include "album.hpp"
#include "look.hpp"

namespace loopbaankaart::media {

void draw_land(cairo_t* pen, const Look& look, Rectangle where);

}  // namespace loopbaankaart::media

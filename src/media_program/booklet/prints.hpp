// A photo as it is stuck on a page: a white edge round it, tape across its top. A drawing is on paper of its own already.
#pragma once

#include "album.hpp"
#include "look.hpp"

namespace loopbaankaart::media {

double edge_of(const Album& album, std::size_t picture, const Look& look);
// The whole of it, edge and all.
double width_of(const Album& album, std::size_t picture, const Look& look, double height);
double height_of(const Album& album, std::size_t picture, const Look& look, double width);
constexpr double between_prints = 9;  // side by side, at scale 1

void draw_print(cairo_t* pen, Album& album, std::size_t picture, const Look& look, Rectangle where);

}  // namespace loopbaankaart::media

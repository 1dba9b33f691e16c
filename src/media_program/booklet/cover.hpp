// The front of a booklet: bound at its side, with a picture, or a land drawn when there is none; title and name.
#pragma once

#include "painter.hpp"

namespace loopbaankaart::media {

void draw_cover(Painter& painter, cairo_t* pen, const Fonts& fonts, const Look& look, const Album& album, const workshop::Booklet& booklet);

}  // namespace loopbaankaart::media

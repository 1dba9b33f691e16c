// The paper of a page: its colour, the fibres that are in it, lines or dots when it has those.
#pragma once

#include <cairo.h>

#include "look.hpp"

namespace loopbaankaart::media {

void draw_paper(cairo_t* pen, const Look& look, int page);
void draw_pattern(cairo_t* pen, const Look& look);

}  // namespace loopbaankaart::media

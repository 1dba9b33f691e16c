// pen: the hand that draws. Plain SVG in, the same picture drawn by hand out; strokes, washes, hatching and leaves for whoever draws
// more than that (docs/adr/0007-landmarks-are-data.md; look.md, "The pen").
//
//     auto source = pen::read_source(text, mistakes);
//     const pen::Drawn tree = pen::Drawing{"wensboom", parts, palette}.draw(*source);
#pragma once

#include <pen/words.hpp>

#include "drawing/drawing.hpp"
#include "drawing/palette.hpp"
#include "drawing/silhouette.hpp"
#include "geometry/path.hpp"
#include "geometry/point.hpp"
#include "hand/hand.hpp"
#include "lettering/lettering.hpp"
#include "source/source.hpp"

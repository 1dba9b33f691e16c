// pen: the hand that draws. Plain SVG in, the same picture drawn by hand out; strokes, washes, hatching and leaves for whoever draws
// more than that (docs/adr/0007-landmarks-are-data.md; look.md, "The pen").
//
//     const auto tree = pen::read_landmark(text, parts, palette, mistakes);
//     const std::string svg = pen::picture("wensboom", *tree, parts, palette, pen::Light::night, mistakes);
#pragma once

#include <pen/words.hpp>

#include "drawing/drawing.hpp"
#include "drawing/palette.hpp"
#include "drawing/picture.hpp"
#include "drawing/silhouette.hpp"
#include "finger/finger_drawing.hpp"
#include "geometry/path.hpp"
#include "geometry/point.hpp"
#include "hand/hand.hpp"
#include "lettering/lettering.hpp"
#include "plain/landmark.hpp"
#include "source/source.hpp"
#include "source/view_box.hpp"

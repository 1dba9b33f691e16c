// Inside competences: a drawing with what hangs in it, as something to tell.
#pragma once

#include <map>

#include "../telling/telling.hpp"
#include "hanging_html.hpp"

namespace loopbaankaart::journey {

// The drawing by day with its scraps on it, as one SVG: words are written on them, of a photo there is the sign of one (the photo itself follows in the telling).
// `heart`: what moves its maker stands in it.
std::string hanging_as_picture(const ShownDrawing& drawing, bool heart);

// What there is to tell: the drawing in one picture, then what moves its maker if that goes along, then a page for each thing that hangs there and for what was
// said of it. `things`: those it names. Pure.
Draft draft_of(const ShownDrawing& drawing, const std::map<base::Id, KeptThing>& things, DraftPart picture, bool heart, base::Language language);

}  // namespace loopbaankaart::journey

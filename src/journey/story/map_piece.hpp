// Inside story: a piece of the map as a picture.
#pragma once

#include <workshop/workshop.hpp>

#include "story_html.hpp"

namespace loopbaankaart::journey {

// As it is now, with the trail of the story's owner, by the way that a photo comes in. Takes seconds: for web::Slow. Errors: word::map_not_drawn.
base::Result<DraftPart> drawn_map_piece(workshop::Workshop& workshop, const Sources& sources, const MapPiece& piece, base::Language language);

}  // namespace loopbaankaart::journey

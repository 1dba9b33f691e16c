// Inside circle: what is told of it. Made of ToldSeat alone.
#pragma once

#include <workshop/workshop.hpp>

#include "../telling/telling.hpp"
#include "circle.hpp"

namespace loopbaankaart::journey {

// The picture of a circle, by day, with all letters as outlines.
std::string circle_svg(const std::vector<ToldSeat>& seats);
// The same as WebP; asks another program, so it takes a while. Errors: those of Workshop::scene.
base::Result<DraftPart> circle_picture(workshop::Workshop& workshop, const std::vector<ToldSeat>& seats, const base::Id& circle, base::Language language);

// `picture` absent: told in words alone.
Draft draft_of(const std::vector<ToldSeat>& seats, const std::optional<DraftPart>& picture, base::Language language);

}  // namespace loopbaankaart::journey

// What is printed, as PDF.
#pragma once

#include <workshop/workshop.hpp>

#include "../jobs.hpp"
#include "fonts.hpp"

namespace loopbaankaart::media {

Outcome printed(const Fonts& fonts, workshop::Booklet booklet);
Outcome printed(const Fonts& fonts, workshop::Cv cv);  // page_too_full: which of its parts is longest; none of them when it is the personal part

}  // namespace loopbaankaart::media

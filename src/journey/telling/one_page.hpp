// For the pages of a part that tells on one page and no more: it is printed before it is told, and what does not fit is said.
//
//     return tell_it(visit, std::move(draft), again, {.fits = [&desk, &visit](const Telling& telling) { return fits_on_paper(desk, visit, telling); }});
#pragma once

#include "telling_pages.hpp"

namespace loopbaankaart::journey {

// How a LOB-cv that was told looks.
inline constexpr web::Look cv_look{.sheet = "css/journey/cv.css"};

// Whether a telling of the viewer's own can be printed. Takes a second: for web::Slow. Errors: those of workshop::Workshop; word::page_too_full of a cv.
base::Result<base::Done> fits_on_paper(const Desk& desk, const access::Visit& visit, const Telling& telling);

}  // namespace loopbaankaart::journey

// atlas: places, legend, a school's own words and places, and (issue by issue) the drawing of the map.
#pragma once

#include <atlas/words.hpp>

#include "map/traveller.hpp"
#include "places/places.hpp"

namespace loopbaankaart::atlas {

// The atlas of a site: ours, or with the school's own laid over it from DATA/schools/NAME/content; read again when a file there
// changed; a broken one leaves the last good one. Thread-safe.
class Atlases {
public:
    std::shared_ptr<const Atlas> of(const web::Site& site) const;
};

// /kaart, /kaart/{place}. `traveller` may be null (then nobody's state is shown). Both must outlive the routes.
std::vector<web::Route> routes(const Atlases& atlases, const Traveller* traveller);

}  // namespace loopbaankaart::atlas

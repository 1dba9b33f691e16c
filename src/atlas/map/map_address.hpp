// What an address of the map says: what is looked for, how near, and whether as a map or as a list.
#pragma once

#include <string_view>

#include <web/web.hpp>

#include "list.hpp"

namespace loopbaankaart::atlas {

struct MapAddress {
    static constexpr int far = 1, usual = 2, near = 3;

    ListQuery query;       // ?soort=hulpbron&zoek=bos
    std::optional<int> year = {};  // ?tot=2025: the journey up to the end of that year
    int zoom = usual;      // ?zoom=1: all of it at once, 2, 3
    bool as_list = false;  // ?weergave=lijst

    static MapAddress of(const web::Request& request);
    // The map, or with `place` the map with that place open.
    web::Url url(std::string_view place = {}) const;
    std::string_view zoom_code() const;
};

// Where a place stands in the page.
std::string spot_id(std::string_view place);

}  // namespace loopbaankaart::atlas

// The pages of the map and what they share.
#pragma once

#include <map>

#include "../atlas.hpp"
#include "list.hpp"

namespace loopbaankaart::atlas {

using States = std::map<std::string, State, std::less<>>;

// What the handlers work with.
struct MapPages {
    const Atlases& atlases;
    const Traveller* traveller;  // may be null

    web::Answer list(const access::Visit& visit) const;    // /kaart
    web::Answer place(const access::Visit& visit) const;   // /kaart/{place}
};

// The language of a text where it is another than the page's (a school's own words may be Dutch only).
web::Attribute spoken_in(base::Language spoken, const web::Html& html);

// "je bent hier", with its small drawing; nothing for a place without a state.
void state_line(web::Html& html, const States& states, std::string_view place);

// One place as a line in a list, with the places inside it.
void place_line(web::Html& html, const ListedPlace& listed, const States& states, const ListQuery& query);

}  // namespace loopbaankaart::atlas

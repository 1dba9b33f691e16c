// The pages of the map and what they share.
#pragma once

#include "../atlas.hpp"
#include "map_address.hpp"

namespace loopbaankaart::atlas {

// One look at the map: of whom, with what asked.
struct MapView {
    const access::Visit& visit;
    const Atlas& atlas;
    MapAddress address;
    std::shared_ptr<const Journey> journey;  // null when signed out
    std::vector<Stay> stays;  // of it, as far as they are drawn
    States states;
    std::vector<TrailMark> marks = {};  // beside the trail
    const Place* chosen = nullptr;  // the place that is open

    // Whether it is of the kind that was asked for; true when none was.
    bool fits(const Place& place) const;
};

// What the handlers work with.
struct MapPages {
    const Atlases& atlases;
    const Traveller* traveller;  // may be null

    web::Answer map(const access::Visit& visit) const;      // /kaart
    web::Answer place(const access::Visit& visit) const;    // /kaart/{place}
    web::Answer picture(const access::Visit& visit) const;  // /kaart/tekening/{file}

private:
    enum class Marks { none, drawn, said };
    MapView view(const access::Visit& visit, const Atlas& atlas, Marks marks) const;
};

// The map drawn, with its list laid over it; `panel` writes what stands beside it.
web::Reply chart_page(const MapView& view, const std::string& title, const std::function<void(web::Html&)>& panel);
// The page, at once; or, when the ground under a trail must be made first, among the slow work.
web::Answer when_ready(const MapView& view, std::function<web::Reply()> page);
// The picture of the map, by day and by night.
void drawn_layers(web::Html& html, const Chart& chart);
// Its name on the sheet. Before it and after it is the element that holds it.
void title_lines(web::Html& html, const Chart& chart);
// What the overlay shows: who was where, what was chosen, what steps back.
void overlay(web::Html& html, const MapView& view);
// The whole map as a list.
web::Reply list_page(const MapView& view);

// Looking for a place, and the legend by which a kind is chosen.
void search_and_legend(web::Html& html, const MapAddress& address);

// What stands above the places of a group.
struct GroupHeading {
    const base::Word& name;
    const base::Word& plain;
    web::Literal symbol;
};
GroupHeading heading_of(const ListGroup& group);

// The language of a text where it is another than the page's (a school's own words may be Dutch only).
web::Attribute spoken_in(base::Language spoken, const web::Html& html);

// "Je liet hier: peiling, inzicht": what is heard of what lies at a place.
std::string marks_in_words(const std::vector<TrailMark>& marks, std::string_view place, base::Language language);

// "je bent hier", with its small drawing; nothing for a place without a state.
void state_line(web::Html& html, const States& states, std::string_view place);

// The drawing of a place, the school's own or ours; nothing for a place without one.
void place_picture(web::Html& html, const Chart& chart, const Place& place);

// One place as a line in a list, with the places inside it.
void place_line(web::Html& html, const ListedPlace& listed, const MapView& view);
// By these words the script finds a place while one types.
std::string words_to_find(const ListedPlace& listed);

}  // namespace loopbaankaart::atlas

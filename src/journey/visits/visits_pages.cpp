// POST /kaart/{place}/hier and /verder, and what takes them back: /reis/{visit}/weg (visit_removal.cpp) and /reis/{visit}/terug.
#include "../pages.hpp"

namespace loopbaankaart::journey {

PlaceVisit visit_now(const access::Visit& visit, const atlas::Atlas& atlas, const atlas::Place& place) {
    base::Language spoken{};
    return {.id = sent_id(visit), .place = place.id, .since = visit.site.now(), .until = {}, .place_name = place.in(base::Language::nl, spoken).name,
            .spot = atlas::spot_of(atlas, place.id)};
}

web::Answer add_visit(const access::Visit& visit, const PlaceVisit& added, std::string_view done) {
    const web::Url afterwards = place_page(added.place, done, added.id);
    if (visit_was_removed(visit.school().vault(), visit.who(), added.id)) return web::go(place_page(added.place));
    return web::Write{[viewer = visit.who(), added, afterwards](storage::Writes& writes) {
        arrive(writes, viewer, added);
        return web::go(afterwards);
    }};
}

web::Answer arrive_here(const atlas::Atlases& atlases, const access::Visit& visit) {
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = atlas->find(visit.request.parameter("place"));
    if (place == nullptr || place->what != atlas::What::place) return visit.absent();
    return add_visit(visit, visit_now(visit, *atlas, *place), "hier");
}

// Also from a place that the school took off its map while the traveller was there.
web::Answer go_on(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::string place{visit.request.parameter("place")};
    const bool on_map = atlases.of(visit.site)->find(place) != nullptr;
    return web::Write{[viewer = visit.who(), place, on_map, now = visit.site.now()](storage::Writes& writes) {
        move_on(writes, viewer, place, now);
        if (!on_map) return web::go(web::path("/reis"));
        const auto left = last_left(writes, viewer, place);
        return web::go(left ? place_page(place, "verder", *left) : place_page(place));
    }};
}

web::Answer undo_go_on(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("visit"));
    const auto ended = base::whole_number(visit.request.form["einde"]);
    if (!id || !ended) return visit.absent();
    return web::Write{[viewer = visit.who(), id = *id, ended = *ended, place = std::string{visit.request.form["plek"]}](storage::Writes& writes) {
        come_back(writes, viewer, id, base::instant(ended));
        return web::go(place_page(place, "ongedaan"));
    }};
}

}  // namespace loopbaankaart::journey

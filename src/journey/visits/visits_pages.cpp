#include "../pages.hpp"

namespace loopbaankaart::journey {

web::Answer arrive_here(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::string id{visit.request.parameter("place")};
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = atlas->find(id);
    if (place == nullptr || place->what != atlas::What::place) return visit.absent();

    base::Language spoken{};
    const PlaceVisit arrival{sent_id(visit), id, visit.site.now(), {}, place->in(base::Language::nl, spoken).name};
    return web::Write{[viewer = visit.who(), arrival](storage::Writes& writes) {
        arrive(writes, viewer, arrival);
        return web::go(place_page(arrival.place, "hier"));
    }};
}

// Also from a place that the school took off its map while the traveller was there.
web::Answer go_on(const access::Visit& visit) {
    const std::string place{visit.request.parameter("place")};
    return web::Write{[viewer = visit.who(), place, now = visit.site.now()](storage::Writes& writes) {
        move_on(writes, viewer, place, now);
        return web::go(place_page(place, "verder"));
    }};
}

}  // namespace loopbaankaart::journey

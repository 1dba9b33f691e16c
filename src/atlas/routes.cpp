#include "map/pages.hpp"

namespace loopbaankaart::atlas {

std::vector<web::Route> routes(const Atlases& atlases, const Traveller* traveller) {
    using access::anyone_on_open_map, web::Method;
    const MapPages pages{atlases, traveller};
    const auto map = [pages](const access::Visit& visit) { return pages.map(visit); };
    const auto picture = [pages](const access::Visit& visit) { return pages.picture(visit); };
    const auto place = [pages](const access::Visit& visit) { return pages.place(visit); };
    return access::gate("atlas", {
        {Method::get, "/kaart",         map,        anyone_on_open_map},
        {Method::get, "/kaart/tekening/{file}", picture, anyone_on_open_map},
        {Method::get, "/kaart/{place}", place,      anyone_on_open_map},
    });
}

}  // namespace loopbaankaart::atlas

#include <fmt/format.h>

#include "../chart/chart.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

void place_picture(web::Html& html, const Chart& chart, const Place& place) {
    if (place.landmark.empty()) return;
    if (chart.drawings().is_ours(place.landmark)) return web::landmark(html, place.landmark);
    const auto own = [&](std::string_view light) { return web::path("/kaart/tekening", fmt::format("{}-{}-{}.svg", chart.fingerprint(), place.landmark, light)); };
    web::landmark(html, own("dag"), own("nacht"));
}

bool picture_of(web::Html& html, const Atlas& atlas, std::string_view place) {
    const Place* found = atlas.find(place);
    if (found == nullptr || found->landmark.empty()) return false;
    place_picture(html, *atlas.chart, *found);
    return true;
}

}  // namespace loopbaankaart::atlas

#include "map_address.hpp"

namespace loopbaankaart::atlas {

namespace {

std::optional<int> parse_year(std::string_view typed) {
    const auto year = base::whole_number(typed);
    if (!year || *year < 0 || *year > 9999) return std::nullopt;
    return static_cast<int>(*year);
}

}  // namespace

MapAddress MapAddress::of(const web::Request& request) {
    const web::Fields& asked = request.query;
    MapAddress address{.query = {.kind = parse_kind(asked["soort"]), .search = std::string{base::trimmed(asked["zoek"])}}};
    address.year = parse_year(asked["tot"]);
    if (asked["zoom"] == "1") address.zoom = far;
    if (asked["zoom"] == "3") address.zoom = near;
    address.as_list = asked["weergave"] == "lijst";
    return address;
}

web::Url MapAddress::url(std::string_view place) const {
    web::Url url = place.empty() ? web::path("/kaart") : web::path("/kaart", place);
    if (!query.search.empty()) url = std::move(url).with("zoek", query.search);
    if (query.kind) url = std::move(url).with("soort", code(*query.kind));
    if (year) url = std::move(url).with("tot", std::to_string(*year));
    if (zoom != usual) url = std::move(url).with("zoom", zoom_code());
    if (as_list) url = std::move(url).with("weergave", "lijst");
    return url;
}

std::string_view MapAddress::zoom_code() const { return zoom == far ? "1" : zoom == near ? "3" : "2"; }

std::string spot_id(std::string_view place) { return "plek-" + std::string{place}; }

}  // namespace loopbaankaart::atlas

#include "pages.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

access::Handler with(const Desk& desk, web::Answer (*handler)(const Desk&, const access::Visit&)) {
    return [desk, handler](const access::Visit& visit) { return handler(desk, visit); };
}

access::Handler with(const Desk& desk, web::Answer (*handler)(const atlas::Atlases&, const access::Visit&)) {
    return [desk, handler](const access::Visit& visit) { return handler(desk.atlases, visit); };
}

base::Id sent_id(const access::Visit& visit) {
    return base::Id::parse(visit.request.form["id"]).value_or(visit.site.new_id());
}

web::Url place_page(std::string_view place, std::string_view done, const std::optional<base::Id>& visited) {
    web::Url page = web::path("/kaart", place);
    if (done.empty()) return page;
    page = std::move(page).with("gedaan", done);
    if (visited) page = std::move(page).with("bezoek", visited->view());
    return std::move(page).at("jij-hier");
}

std::string title_of(const access::Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }

PlaceName name_of(const atlas::Atlas& atlas, std::string_view id, const std::string& called_then, base::Language language) {
    PlaceName name{.text = called_then};
    if (const atlas::Place* place = atlas.find(id)) {
        name.text = place->in(language, name.language).name;
        name.on_map = true;
    }
    return name;
}

// Folding a name costs more than the rest of a form: once each.
std::vector<web::Choice> places_by_name(const atlas::Atlas& atlas, base::Language language) {
    std::vector<std::pair<std::string, web::Choice>> named;
    for (const atlas::Place& place : atlas.places) {
        std::string name = name_of(atlas, place.id, {}, language).text;
        named.push_back({base::folded(name), {place.id, std::move(name)}});
    }
    std::ranges::sort(named, {}, [](const auto& each) -> const std::string& { return each.first; });
    std::vector<web::Choice> places;
    for (auto& [folded, place] : named) places.push_back(std::move(place));
    return places;
}

}  // namespace loopbaankaart::journey

#include "pages.hpp"

namespace loopbaankaart::journey {

base::Id sent_id(const access::Visit& visit) {
    return base::Id::parse(visit.request.form["id"]).value_or(visit.site.new_id());
}

web::Url place_page(std::string_view place, std::string_view done) {
    if (done.empty()) return web::path("/kaart", place);
    return web::path("/kaart", place).with("gedaan", done).at("jij-hier");
}

std::string title_of(const access::Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }

PlaceName name_of(const atlas::Atlas& atlas, const KeptThing& thing, base::Language language) {
    PlaceName name{.text = thing.place_name};
    if (const atlas::Place* place = atlas.find(thing.place)) {
        name.text = place->in(language, name.language).name;
        name.on_map = true;
    }
    return name;
}

}  // namespace loopbaankaart::journey

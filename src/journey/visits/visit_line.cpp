#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void picture(Html& html, const atlas::Atlas& atlas, std::string_view place) {
    if (atlas::picture_of(html, atlas, place)) return;
    html.span({web::cls("landmark")}, [&] { web::symbol(html, "voetstappen"); });
}

void name(Html& html, std::string_view place, const PlaceName& name) {
    if (!name.on_map) return html.span({web::cls("name"), web::lang(name.language)}, name.text);
    html.a({web::cls("name"), web::href(place_page(place)), web::lang(name.language)}, name.text);
}

}  // namespace

void visit_line(Html& html, const atlas::Atlas& atlas, const PlaceVisit& one, std::string_view when) {
    picture(html, atlas, one.place);
    html.div({}, [&] {
        name(html, one.place, name_of(atlas, one.place, one.place_name, html.language()));
        if (when.empty()) return;
        html.p({web::cls("when")}, [&] {
            if (!one.until) web::symbol(html, "vlag");
            html.text(when);
        });
    });
}

}  // namespace loopbaankaart::journey

// How anything that can be shared is named: in addresses, and as a line in a list.
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::string_view first_kind = "kept_thing";  // the one that could be shared before there were others

// Its own, else that of its place, else the drawing of its kind.
void picture(Html& html, const atlas::Atlas& atlas, const Shareable& kind, const SharedLine& line) {
    if (line.picture) return html.img({web::src(*line.picture), web::attr("alt", ""), web::attr("loading", "lazy")});
    if (line.place.empty() || !atlas::picture_of(html, atlas, line.place)) web::symbol(html, kind.symbol);
}

void place_or_kind(Html& html, const Shareable& kind, const PlaceName& place) {
    if (place.text.empty()) return html.text(kind.name);
    html.span({web::lang(place.language)}, place.text);
}

void name_of_line(Html& html, const Shareable& kind, const PlaceName& place, const SharedLine& line) {
    if (line.title.empty()) return place_or_kind(html, kind, place);
    html.text(line.title);
}

}  // namespace

web::Url share_address(const Shareable& kind, const base::Id& thing) {
    return kind.kind == first_kind ? web::path("/rugzak", thing.view(), "deel") : web::path("/deel", kind.path.view(), thing.view());
}

web::Url reaction_address(const Shareable& kind, const base::Id& thing) {
    return kind.kind == first_kind ? web::path("/rugzak", thing.view(), "reactie") : web::path("/deel", kind.path.view(), thing.view(), "reactie");
}

std::optional<NamedThing> thing_named(const Desk& desk, const access::Visit& visit) {
    const std::string_view path = visit.request.parameter("kind");
    const Shareable* kind = path.empty() ? shareable(desk.parts, first_kind) : shareable_at(desk.parts, path);
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (kind == nullptr || !id) return std::nullopt;
    return NamedThing{*kind, *id};
}

void carry_thing(Html& html, const Shareable& kind, const base::Id& thing) {
    web::hidden(html, "soort", kind.path.view());
    web::hidden(html, "ding", thing.view());
}

std::optional<web::Url> page_it_came_from(const Desk& desk, const access::Visit& visit) {
    const Shareable* kind = shareable_at(desk.parts, visit.request.form["soort"]);
    const auto id = base::Id::parse(visit.request.form["ding"]);
    if (kind == nullptr || !id) return std::nullopt;
    return kind->page(*id);
}

void thing_line(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Shareable& kind, const base::Id& thing, const SharedLine& line,
                const std::function<void()>& under) {
    const PlaceName place = name_of(atlas, line.place, line.place_name, visit.language());
    html.div({web::cls("shared-line")}, [&] {
        picture(html, atlas, kind, line);
        html.div({}, [&] {
            html.p({web::cls("name")}, [&] {
                html.a({web::href(kind.page(thing))}, [&] { name_of_line(html, kind, place, line); });
            });
            if (!line.title.empty()) html.p({web::cls("when")}, [&] { place_or_kind(html, kind, place); });
            under();
        });
    });
}

}  // namespace loopbaankaart::journey

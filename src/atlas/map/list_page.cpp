// /kaart: the map as a list, until it is drawn; then still the list beside the drawing.
#include <atlas/words.hpp>

#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::cls, web::href, web::Html;

ListQuery read_query(const web::Request& request) {
    return {.kind = parse_kind(request.query["soort"]), .search = std::string{base::trimmed(request.query["zoek"])}};
}

// The list with another kind chosen; what was searched for stays.
web::Url list_with(std::optional<Kind> kind, const ListQuery& query) {
    web::Url url = web::path("/kaart");
    if (!query.search.empty()) url = std::move(url).with("zoek", query.search);
    if (kind) url = std::move(url).with("soort", code(*kind));
    return url;
}

void legend_item(Html& html, std::optional<Kind> kind, const ListQuery& query, web::Literal symbol, const base::Word& name) {
    const web::Url url = list_with(kind, query);
    html.li({}, [&] {
        html.a({href(url), attr("aria-current", "true", kind == query.kind)}, [&] {
            web::symbol(html, symbol);
            html.text(name);
        });
    });
}

void legend(Html& html, const ListQuery& query) {
    html.nav({attr("aria-label", word::legend.in(html.language()))}, [&] {
        html.ul({cls("legend")}, [&] {
            legend_item(html, std::nullopt, query, "kaart", word::legend_all);
            for (Kind kind : {Kind::hulpbron, Kind::parkeren, Kind::belemmering, Kind::bestemming}) {
                const KindWords words = words_for(kind);
                legend_item(html, kind, query, words.symbol, words.together);
            }
        });
    });
    if (query.kind) html.p({cls("hint")}, words_for(*query.kind).plain);
}

// What stands above the places of a group.
KindWords heading_of(const ListGroup& group) {
    if (group.kind) return words_for(*group.kind);
    if (group.what == What::travel_thing) return {word::group_take_along, word::group_take_along_plain, word::group_take_along, "rugzak"};
    return {word::group_on_the_way, word::group_on_the_way_plain, word::group_on_the_way, "onderweg"};
}

void group_section(Html& html, const ListGroup& group, const States& states, const ListQuery& query) {
    const KindWords heading = heading_of(group);
    html.section({cls("group")}, [&] {
        html.h2({}, [&] {
            web::symbol(html, heading.symbol);
            html.text(heading.together);
        });
        html.p({cls("hint")}, heading.plain);
        html.ul({cls("place-list")}, [&] {
            for (const ListedPlace& place : group.places) place_line(html, place, states, query);
        });
    });
}

void nothing_found(Html& html) {
    web::empty_place(html, "verdwaald", word::nothing_found, [&] { web::secondary_link(html, web::path("/kaart"), word::search_all, "kaart"); });
}

}  // namespace

web::Answer MapPages::list(const access::Visit& visit) const {
    const std::shared_ptr<const Atlas> atlas = atlases.of(visit.site);
    const ListQuery query = read_query(visit.request);
    const States states = traveller == nullptr ? States{} : traveller->states(visit);
    const std::vector<ListGroup> groups = list_of(*atlas, query, visit.language());
    return visit.page(std::string{word::map.in(visit.language())}, [&](Html& html) {
        html.h1({}, word::map_title);
        html.p({cls("lead")}, word::map_welcome);
        web::search_field(html, web::path("/kaart"), {.name = "zoek", .label = word::search, .value = query.search}, word::search_button);
        legend(html, query);
        if (groups.empty()) return nothing_found(html);
        if (!query.search.empty()) html.p({cls("hint")}, base::say(word::found_for, html.language(), {{"what", query.search}}));
        for (const ListGroup& group : groups) group_section(html, group, states, query);
    });
}

}  // namespace loopbaankaart::atlas

// The map as a list (?weergave=lijst), and what the list and the map have in common.
#include <atlas/words.hpp>

#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::cls, web::href, web::Html;

void legend_item(Html& html, std::optional<Kind> kind, MapAddress address, web::Literal symbol, const base::Word& name) {
    const bool chosen = kind == address.query.kind;
    address.query.kind = kind;
    const web::Url url = address.url();
    html.li({}, [&] {
        html.a({href(url), attr("aria-current", "true", chosen)}, [&] {
            web::symbol(html, symbol);
            html.text(name);
        });
    });
}

void group_section(Html& html, const ListGroup& group, const MapView& view) {
    const GroupHeading heading = heading_of(group);
    html.section({cls("group")}, [&] {
        html.h2({}, [&] {
            web::symbol(html, heading.symbol);
            html.text(heading.name);
        });
        html.p({cls("hint")}, heading.plain);
        html.ul({cls("place-list")}, [&] {
            for (const ListedPlace& place : group.places) place_line(html, place, view);
        });
    });
}

void nothing_found(Html& html) {
    const MapAddress all{.as_list = true};
    web::empty_place(html, "verdwaald", word::nothing_found, [&] { web::secondary_link(html, all.url(), word::search_all, "lijst"); });
}

}  // namespace

void search_and_legend(Html& html, const MapAddress& address) {
    web::search_field(html, web::path("/kaart"), {.name = "zoek", .label = word::search, .value = address.query.search}, word::search_button, [&] {
        if (address.query.kind) web::hidden(html, "soort", code(*address.query.kind));
        web::hidden(html, "zoom", address.zoom_code());
        if (address.as_list) web::hidden(html, "weergave", "lijst");
    });
    html.nav({attr("aria-label", word::legend.in(html.language()))}, [&] {
        html.ul({cls("legend")}, [&] {
            legend_item(html, std::nullopt, address, "kaart", word::legend_all);
            for (Kind kind : {Kind::hulpbron, Kind::parkeren, Kind::belemmering, Kind::bestemming}) {
                const KindWords words = words_for(kind);
                legend_item(html, kind, address, words.symbol, words.together);
            }
        });
    });
    if (address.query.kind) html.p({cls("hint")}, words_for(*address.query.kind).plain);
}

GroupHeading heading_of(const ListGroup& group) {
    if (group.kind) {
        const KindWords words = words_for(*group.kind);
        return {words.together, words.plain, words.symbol};
    }
    if (group.what == What::travel_thing) return {word::group_take_along, word::group_take_along_plain, "rugzak"};
    return {word::group_on_the_way, word::group_on_the_way_plain, "onderweg"};
}

web::Reply list_page(const MapView& view) {
    const std::vector<ListGroup> groups = list_of(view.atlas, view.address.query, view.visit.language());
    return view.visit.page(std::string{word::map.in(view.visit.language())}, [&](Html& html) {
        MapAddress map = view.address;
        map.as_list = false;
        web::back_link(html, map.url(), word::to_map);
        html.h1({}, word::list_title);
        search_and_legend(html, view.address);
        if (groups.empty()) return nothing_found(html);
        if (!view.address.query.search.empty()) html.p({cls("hint")}, base::say(word::found_for, html.language(), {{"what", view.address.query.search}}));
        for (const ListGroup& group : groups) group_section(html, group, view);
    });
}

}  // namespace loopbaankaart::atlas

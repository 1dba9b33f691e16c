// /kaart: the map as it opens, and its picture.
#include <algorithm>

#include <atlas/words.hpp>

#include "../chart/chart_style.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::Html;

// Its address says what it shows, so it may be kept.
web::Reply kept_for_good(std::string type, std::string body) {
    web::Reply reply{.type = std::move(type), .body = std::move(body)};
    return std::move(reply).header("Cache-Control", "private, max-age=31536000, immutable");
}

web::Reply picture_reply(std::shared_ptr<const web::Packed> picture) {
    web::Reply reply = kept_for_good("image/svg+xml", "");
    reply.packed = std::move(picture);
    return reply;
}

// On the map nothing disappears: these words tell what stays in front, or that nothing does.
void what_was_found(Html& html, const MapView& view) {
    const std::string& wanted = view.address.query.search;
    if (wanted.empty()) return;
    const bool any = !list_of(view.atlas, {.kind = {}, .search = wanted}, html.language()).empty();
    html.p({web::cls("hint")}, any ? base::say(word::found_for, html.language(), {{"what", wanted}}) : std::string{word::nothing_found.in(html.language())});
}

bool looks_back(const MapView& view) { return view.address.year && view.visit.viewer; }

std::string title_of(const MapView& view) {
    const base::Language language = view.visit.language();
    if (!looks_back(view)) return std::string{word::map.in(language)};
    return base::say(word::journey_in, language, {{"year", std::to_string(*view.address.year)}});
}

web::Url address_in(const MapView& view, std::optional<int> year) {
    MapAddress address = view.address;
    address.year = year;
    return address.url();
}

}  // namespace

bool MapView::fits(const Place& place) const {
    return !address.query.kind || std::ranges::find(place.kinds, *address.query.kind) != place.kinds.end();
}

MapView MapPages::view(const access::Visit& visit, const Atlas& atlas, Marks marks) const {
    MapView view{.visit = visit, .atlas = atlas, .address = MapAddress::of(visit.request), .journey = {}, .stays = {}, .states = {}};
    if (traveller != nullptr) view.journey = traveller->journey(visit, atlas, view.address.year);
    if (view.journey) view.stays = drawn_of(atlas, view.journey->stays());
    view.states = states_of(view.stays);
    if (view.journey && marks != Marks::none) view.marks = view.journey->marks(marks == Marks::said ? MarkWords::said : MarkWords::left_out);
    return view;
}

web::Answer when_ready(const MapView& view, std::function<web::Reply()> page) {
    if (is_drawn_at_once(view.atlas, view.journey.get())) return page();
    return web::Slow{[page = std::move(page)]() -> web::Answer { return page(); }};
}

web::Answer MapPages::map(const access::Visit& visit) const {
    const std::shared_ptr<const Atlas> atlas = atlases.of(visit.site);
    const MapAddress address = MapAddress::of(visit.request);
    if (address.as_list && address.year) return web::go(web::path("/reis").with("tot", std::to_string(*address.year)));
    const MapView view = this->view(visit, *atlas, address.as_list ? Marks::said : Marks::drawn);
    if (view.address.as_list) return list_page(view);
    return when_ready(view, [atlas, view] {
        return chart_page(view, title_of(view), [&](Html& html) {
            if (view.journey) view.journey->over_time(html, [&](std::optional<int> year) { return address_in(view, year); });
            if (!looks_back(view)) html.p({web::cls("lead")}, word::map_welcome);
            search_and_legend(html, view.address);
            what_was_found(html, view);
        });
    });
}

web::Answer MapPages::picture(const access::Visit& visit) const {
    const std::shared_ptr<const Atlas> atlas = atlases.of(visit.site);
    const std::shared_ptr<const Chart> chart = atlas->chart;
    const std::string_view file = visit.request.parameter("file");
    if (!file.starts_with(chart->fingerprint())) return visit.absent();
    const std::string_view what = file.substr(chart->fingerprint().size());
    for (const base::Language language : {base::Language::nl, base::Language::en})
        if (what == fmt::format("-{}.css", base::code(language))) return kept_for_good("text/css; charset=utf-8", chart_style(*chart, language));
    for (const auto& [ending, light] : {std::pair<std::string_view, pen::Light>{"-dag.svg", pen::Light::day}, {"-nacht.svg", pen::Light::night}}) {
        if (!what.ends_with(ending)) continue;
        const std::string_view between = what.substr(0, what.size() - ending.size());
        const std::string piece{between.substr(std::min<std::size_t>(1, between.size()))};  // "-wensboom"
        if (!chart->has_piece(piece)) return visit.absent();
        if (auto picture = chart->drawn(light, piece)) return picture_reply(std::move(picture));
        return web::Slow{[chart, light = light, piece]() -> web::Answer { return picture_reply(chart->draw(light, piece)); }};
    }
    return visit.absent();
}

}  // namespace loopbaankaart::atlas

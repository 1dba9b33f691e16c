// The picture of the map: its layers, its name, and all of it small on a page about something else.
#include <atlas/words.hpp>

#include "../chart/chart.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

using web::attr, web::cls, web::Html;

namespace {

void layer(Html& html, const Chart& chart, std::size_t at) {
    const auto in_light = [&](std::string_view light) { return web::path("/kaart/tekening", fmt::format("{}-{}-{}.svg", chart.fingerprint(), Chart::layer(at), light)); };
    const web::Url day = in_light("dag"), night = in_light("nacht");
    html.element("picture", {}, [&] {
        if (html.light() == web::Light::device) html.empty_element("source", {web::srcset(night), attr("media", "(prefers-color-scheme: dark)")});
        html.img({web::src(html.light() == web::Light::night ? night : day), attr("alt", ""), attr("fetchpriority", at == 0 ? "high" : "low")});
    });
}

}  // namespace

void drawn_layers(Html& html, const Chart& chart) {
    html.div({cls("drawing")}, [&] {
        for (std::size_t at = 0; at < sheet_layers; ++at) layer(html, chart, at);
    });
}

void title_lines(Html& html, const Chart& chart) {
    const TitleWords& words = chart.title(html.language());
    html.span({cls("above")}, words.above);
    html.text(" ");
    html.span({cls("great")}, words.title);
}

void small_map(Html& html, const access::Visit& visit, const Atlas& atlas, std::shared_ptr<const Journey> journey) {
    MapView view{.visit = visit, .atlas = atlas, .address = {.query = {}, .zoom = MapAddress::far}, .journey = std::move(journey), .stays = {}, .states = {}};
    if (view.journey) view.stays = drawn_of(atlas, view.journey->stays());
    html.div({cls("sheet zoom-1"), attr("aria-hidden", "true")}, [&] {
        drawn_layers(html, *atlas.chart);
        overlay(html, view);
        html.div({cls("title")}, [&] { html.p({}, [&] { title_lines(html, *atlas.chart); }); });
    });
}

bool is_drawn_at_once(const Atlas& atlas, const Journey* journey) { return journey == nullptr || journey->stays().empty() || atlas.chart->ready_ground(); }

}  // namespace loopbaankaart::atlas

// What lies over the picture for this one visitor: decoration, for the list says the same in words.
#include <fmt/format.h>

#include <algorithm>

#include "../chart/chart.hpp"
#include "../sheet/standing.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::cls, web::Html;

struct Ellipse {
    pen::Point middle;
    double across = 0, down = 0;  // half
};

// A place's drawing together with its name.
std::optional<Ellipse> around(const MapView& view, std::string_view place) {
    const Chart& chart = *view.atlas.chart;
    for (const SetLabel& one : chart.labels(view.visit.language())) {
        if (one.label.place != place) continue;
        Room room = one.room();
        if (const Standing* standing = chart.standing(place)) {
            const Room body = room_of(*standing);
            room = {std::min(room.left, body.left), std::min(room.top, body.top), std::max(room.right, body.right), std::max(room.low, body.low)};
        }
        const double across = (room.right - room.left) / 2, down = (room.low - room.top) / 2;
        return Ellipse{{room.left + across, room.top + down}, across * 1.12, down * 1.12};
    }
    return std::nullopt;
}

void ellipse(Html& html, const Ellipse& one) {
    html.element("ellipse", {attr("cx", fmt::format("{:.0f}", one.middle.x)), attr("cy", fmt::format("{:.0f}", one.middle.y)), attr("rx", fmt::format("{:.0f}", one.across)),
                             attr("ry", fmt::format("{:.0f}", one.down))}, "");
}

bool chosen_by(const MapView& view, const Place& place) {
    const auto& kind = view.address.query.kind;
    return kind && std::ranges::find(place.kinds, *kind) != place.kinds.end();
}

// The rest of the map steps back; nothing disappears.
void veil(Html& html, const MapView& view) {
    html.element("mask", {web::id("gekozen")}, [&] {
        html.element("path", {attr("fill", "#fff"), attr("d", "M0 0H1000V1414H0Z")}, "");
        for (const Place& place : view.atlas.places)
            if (chosen_by(view, place))
                if (const auto spot = around(view, place.id)) ellipse(html, *spot);
    });
    html.element("path", {cls("veil"), attr("mask", "url(#gekozen)"), attr("d", "M0 0H1000V1414H0Z")}, "");
}

}  // namespace

void overlay(Html& html, const MapView& view) {
    html.svg({cls("overlay"), attr("viewbox", "0 0 1000 1414"), attr("aria-hidden", "true"), attr("focusable", "false")}, [&] {
        if (view.address.query.kind) veil(html, view);
    });
}

}  // namespace loopbaankaart::atlas

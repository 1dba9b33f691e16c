// What lies over the picture for this one visitor: decoration, for the list says the same in words.
#include <fmt/format.h>

#include <algorithm>

#include <atlas/words.hpp>

#include "../chart/chart.hpp"
#include "../sheet/standing.hpp"
#include "../trail/draw_traveller.hpp"
#include "../trail/footprints.hpp"
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
    html.element("ellipse", {attr("fill", "#000"), attr("cx", fmt::format("{:.0f}", one.middle.x)), attr("cy", fmt::format("{:.0f}", one.middle.y)), attr("rx", fmt::format("{:.0f}", one.across)),
                             attr("ry", fmt::format("{:.0f}", one.down))}, "");
}

// The rest of the map steps back; nothing disappears.
void veil(Html& html, const MapView& view) {
    html.element("mask", {web::id("gekozen")}, [&] {
        html.element("path", {attr("fill", "#fff"), attr("d", "M0 0H1000V1414H0Z")}, "");
        for (const Place& place : view.atlas.places)
            if (view.fits(place))
                if (const auto spot = around(view, place.id)) ellipse(html, *spot);
    });
    html.element("path", {cls("veil"), attr("mask", "url(#gekozen)"), attr("d", "M0 0H1000V1414H0Z")}, "");
}

void dot(Html& html, web::Literal look, pen::Point at, double across, double down) {
    html.element("ellipse", {cls(look), attr("cx", fmt::format("{:.1f}", at.x)), attr("cy", fmt::format("{:.1f}", at.y)), attr("rx", fmt::format("{:g}", across)), attr("ry", fmt::format("{:g}", down))}, "");
}

// Around the foot of the place that is open.
void ring(Html& html, const MapView& view) {
    const Standing* standing = view.atlas.chart->standing(view.chosen->id);
    if (standing == nullptr) return;
    for (const web::Literal look : {web::Literal{"ring-light"}, web::Literal{"ring"}})
        dot(html, look, {standing->at.x, standing->at.y - standing->width * 0.02}, standing->width * 0.5, standing->width * 0.11);
}

// Path data, drawn with a pen of that width.
void path(Html& html, web::Literal look, const std::string& data, double width) {
    if (!data.empty()) html.element("path", {cls(look), attr("stroke-width", fmt::format("{:g}", width)), attr("d", data)}, "");
}

void flag(Html& html, const Flag& one) {
    dot(html, "flag-foot", one.foot, 7, 2.9);
    path(html, "flag-pole", one.pole, 2.8);
    path(html, "flag", one.cloth, 1.8);
    dot(html, "flag-knob", one.knob, 3, 3);
    html.element("text", {cls("flag-words"), attr("x", fmt::format("{:.1f}", one.words.x)), attr("y", fmt::format("{:.1f}", one.words.y))}, word::flag_words);
}

// Who just arrived sees the trail being drawn, once.
void way(Html& html, const std::string& data, bool arriving) {
    if (data.empty()) return;
    if (arriving)
        html.element("mask", {web::id("aankomst"), attr("maskunits", "userSpaceOnUse"), attr("x", "0"), attr("y", "0"), attr("width", "1000"), attr("height", "1414")}, [&] {
            html.element("path", {cls("arriving"), attr("stroke", "#fff"), attr("stroke-width", "9"), attr("pathlength", "1"), attr("d", data)}, "");
        });
    html.element("g", {attr("mask", "url(#aankomst)", arriving)}, [&] {
        path(html, "casing", data, 8);
        path(html, "trail", data, 3.6);
    });
}

constexpr double casing_halo = 2.8;

void pair_of_feet(Html& html, const std::string& whole, const std::string& soles, const std::string& heels) {
    path(html, "casing", whole, sole_width * pair_size + casing_halo);
    path(html, "steps", soles, sole_width * pair_size);
    path(html, "steps", heels, heel_width * pair_size);
}

// A place that the school took off its map since keeps its spot and its name, quietly.
void places_gone(Html& html, const MapView& view) {
    std::map<std::string_view, const Stay*> gone;  // the last stay at each
    for (const Stay& stay : view.stays)
        if (stay.spot && view.atlas.find(stay.place) == nullptr) gone[stay.place] = &stay;
    for (const auto& [place, stay] : gone) {
        const std::vector<Print> feet = pair_on(*stay->spot);
        pair_of_feet(html, whole_feet(feet), soles(feet), heels(feet));
        html.element("text", {cls("gone"), attr("x", fmt::format("{:.1f}", stay->spot->x)), attr("y", fmt::format("{:.1f}", stay->spot->y + 24))}, stay->place_name);
    }
}

// Each on a scrap of paper of its own.
void mark(Html& html, const TrailMark& one, pen::Point at) {
    static const web::Url symbols = web::asset_url("symbols.svg");
    dot(html, "mark-paper", at, mark_size / 2, mark_size / 2);
    constexpr double size = mark_size * 0.72;
    html.svg({cls("trail-mark"), attr("x", fmt::format("{:.1f}", at.x - size / 2)), attr("y", fmt::format("{:.1f}", at.y - size / 2)), attr("width", fmt::format("{:g}", size)),
              attr("height", fmt::format("{:g}", size))},
             [&] { html.element("use", {web::href(web::Url{symbols}.at(one.symbol.view()))}, ""); });
}

// As many as there is room for beside each stop.
void marks(Html& html, const MapView& view, const TrailGround& ground) {
    std::map<std::size_t, std::size_t> lying;  // by stop
    for (const TrailMark& one : view.marks) {
        const auto stop = ground.stop_of(one.place);
        if (!stop) continue;
        const std::size_t which = lying[*stop]++;
        if (which < ground.beside(*stop).size()) mark(html, one, ground.beside(*stop)[which]);
    }
}

void journey(Html& html, const MapView& view) {
    if (view.stays.empty()) return;
    const std::shared_ptr<const TrailGround> ground = view.atlas.chart->ground();
    std::vector<StopStay> stays;
    for (const Stay& stay : view.stays)
        if (const auto stop = ground->stop_of(stay.place)) stays.push_back({*stop, stay.here, stay.dated});
    const std::shared_ptr<const TravellerDrawing> drawn = view.atlas.chart->journey(stays, word::flag_words.in(html.language()));
    const TravellerDrawing& drawing = *drawn;
    way(html, drawing.way, view.visit.request.query["gedaan"] == "hier");
    path(html, "steps", drawing.soles, sole_width);
    path(html, "steps", drawing.heels, heel_width);
    pair_of_feet(html, drawing.whole_feet, drawing.pair_soles, drawing.pair_heels);
    places_gone(html, view);
    marks(html, view, *ground);
    for (const Flag& one : drawing.flags) flag(html, one);
}

}  // namespace

void overlay(Html& html, const MapView& view) {
    html.svg({cls("overlay"), attr("viewbox", "0 0 1000 1414"), attr("aria-hidden", "true"), attr("focusable", "false")}, [&] {
        if (view.address.query.kind) veil(html, view);
        if (view.chosen != nullptr) ring(html, view);
        journey(html, view);
    });
}

}  // namespace loopbaankaart::atlas

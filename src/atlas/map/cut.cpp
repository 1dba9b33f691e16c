#include "cut.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <atlas/words.hpp>

#include "../chart/chart.hpp"
#include "../sheet/standing.hpp"
#include "../trail/draw_traveller.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::Html;

constexpr double near_across = 330, wide_across = 700, frame = 30;
constexpr double ascent = 0.86, name_halo = 4.8;  // of names, as on the sheet

pen::Point middle_of(const Room& room) { return {(room.left + room.right) / 2, (room.top + room.low) / 2}; }

// Of a place's drawing together with its name.
std::optional<pen::Point> middle_of(const Chart& chart, std::string_view place) {
    std::optional<Room> room;
    for (const SetLabel& one : chart.labels(base::Language::nl))
        if (one.label.place == place) room = one.room();
    if (const Standing* standing = chart.standing(place)) {
        const Room body = room_of(*standing);
        room = room ? Room{std::min(room->left, body.left), std::min(room->top, body.top), std::max(room->right, body.right), std::max(room->low, body.low)} : body;
    }
    if (!room) return std::nullopt;
    return middle_of(*room);
}

bool lies_in(const Cut& cut, const Room& room) { return room.right > cut.left && room.left < cut.left + cut.across && room.low > cut.top && room.top < cut.top + cut.down; }

// A trail as it lies on paper: every look of it stands in its attributes, for a page has its own night. `color`, and `line`, are for the style of a drawing
// of ours (pen), which has all its paths filled in that.
class PaperTrail {
public:
    PaperTrail(Html& html, const Chart& chart) : html_{html}, chart_{chart}, paper_{of("halo")}, trail_{of("trail")}, ink_{of("letters")}, gold_{of("gold")} {}

    void write(const std::vector<Stay>& stays) {
        const std::shared_ptr<const TrailGround> ground = chart_.ground();
        std::vector<StopStay> stops;
        for (const Stay& stay : stays)
            if (const auto stop = ground->stop_of(stay.place)) stops.push_back({*stop, stay.here, stay.dated});
        const std::shared_ptr<const TravellerDrawing> drawn = chart_.journey(stops, word::flag_words.in(html_.language()));
        line(drawn->way, paper_, 8);
        line(drawn->way, trail_, 3.6, "9 7.5");
        for (const std::string* steps : {&drawn->soles, &drawn->heels}) line(*steps, trail_, steps == &drawn->soles ? sole_width : heel_width);
        line(drawn->whole_feet, paper_, sole_width * pair_size + 2.8);
        line(drawn->pair_soles, trail_, sole_width * pair_size);
        line(drawn->pair_heels, trail_, heel_width * pair_size);
        for (const Flag& one : drawn->flags) flag(one);
    }

private:
    std::string of(std::string_view name) const { return pen::colour(chart_.drawings().palette, name, pen::Light::day); }

    void line(const std::string& data, const std::string& colour, double width, std::string_view dashes = {}) {
        if (data.empty()) return;
        const std::string wide = fmt::format("{:g}", width);
        html_.element("path", {web::cls("line"), attr("color", colour), attr("fill", "none"), attr("stroke-linecap", "round"), attr("stroke-linejoin", "round"), attr("stroke", colour), attr("stroke-width", wide),
                               attr("stroke-dasharray", dashes, !dashes.empty()), attr("d", data)}, "");
    }
    void dot(pen::Point at, double across, double down) {
        const std::string x = fmt::format("{:.1f}", at.x), y = fmt::format("{:.1f}", at.y), rx = fmt::format("{:g}", across), ry = fmt::format("{:g}", down);
        html_.element("ellipse", {attr("fill", gold_), attr("stroke", ink_), attr("stroke-width", "1.4"), attr("cx", x), attr("cy", y), attr("rx", rx), attr("ry", ry)}, "");
    }
    void flag(const Flag& one) {
        dot(one.foot, 7, 2.9);
        line(one.pole, ink_, 2.8);
        html_.element("path", {attr("color", trail_), attr("fill", trail_), attr("stroke", ink_), attr("stroke-width", "1.8"), attr("d", one.cloth)}, "");
        dot(one.knob, 3, 3);
        const pen::Lettering::Style letters{.weight = 700, .size = flag_letters};
        const std::string_view words = word::flag_words.in(html_.language());
        const std::string written = fraunces().outline(words, letters, {one.words.x - fraunces().width(words, letters) / 2, one.words.y});
        html_.element("path", {attr("color", paper_), attr("fill", paper_), attr("d", written)}, "");
    }

    Html& html_;
    const Chart& chart_;
    std::string paper_, trail_, ink_, gold_;
};

// As the page of the map has them over its picture, but always by day.
void names(Html& html, const Chart& chart, const Cut& cut) {
    const auto colour = [&](std::string_view name) { return pen::colour(chart.drawings().palette, name, pen::Light::day); };
    const std::string paper = colour("halo"), ink = colour("letters"), region = colour("region");
    for (const SetLabel& one : chart.labels(html.language())) {
        if (!lies_in(cut, one.room())) continue;
        const std::string size = fmt::format("{:g}", one.label.size), x = fmt::format("{:.1f}", one.label.at.x);
        double y = one.label.at.y + ascent * one.label.size;
        for (const std::string& words : one.lines) {
            const std::string down = fmt::format("{:.1f}", y);
            html.element("text", {web::cls("place-name"), attr("x", x), attr("y", down), attr("font-size", size), attr("fill", one.label.kind == LabelKind::region ? region : ink),
                                  attr("stroke", paper), attr("stroke-width", fmt::format("{:g}", name_halo))}, words);
            y += label_line * one.label.size;
        }
    }
}

}  // namespace

std::optional<Cut> cut_around(const Atlas& atlas, std::string_view place, CutReach reach) {
    if (atlas.find(place) == nullptr) return std::nullopt;
    const auto middle = middle_of(*atlas.chart, place);
    if (!middle) return std::nullopt;
    const double across = reach == CutReach::near ? near_across : wide_across, down = across * cut_height / cut_width;
    return Cut{std::clamp(middle->x - across / 2, frame, sheet_width - frame - across), std::clamp(middle->y - down / 2, frame, sheet_height - frame - down), across, down};
}

std::string draw_cut(const Atlas& atlas, const Cut& cut, base::Language language, const std::vector<Stay>& stays) {
    const Chart& chart = *atlas.chart;
    const std::string sheet = draw_sheet(chart.sheet(), chart.drawings(), pen::Light::day, {.kept_free = chart.kept_free(), .labels = chart.labels(language), .title = chart.title(language)});
    Html trail{language};
    PaperTrail{trail, chart}.write(stays);
    constexpr std::string_view begins = "<svg ";
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.2f} {:.2f} {:.2f} {:.2f}\"><svg x=\"0\" y=\"0\" width=\"{:g}\" height=\"{:g}\" {}{}</svg>\n", cut.left, cut.top, cut.across,
                       cut.down, sheet_width, sheet_height, std::string_view{sheet}.substr(begins.size()), trail.take());
}

void show_cut(Html& html, const Atlas& atlas, const Cut& cut, const std::vector<Stay>& stays, std::string_view said) {
    const Chart& chart = *atlas.chart;
    const std::string box = fmt::format("{:.1f} {:.1f} {:.1f} {:.1f}", cut.left, cut.top, cut.across, cut.down), across = fmt::format("{:g}", sheet_width), down = fmt::format("{:g}", sheet_height);
    html.svg({web::cls("map-cut"), attr("viewbox", box), attr("role", "img"), attr("aria-label", said), attr("focusable", "false")}, [&] {
        for (std::size_t at = 0; at < sheet_layers; ++at) {
            const web::Url layer = web::path("/kaart/tekening", fmt::format("{}-{}-dag.svg", chart.fingerprint(), Chart::layer(at)));
            html.element("image", {web::href(layer), attr("width", across), attr("height", down)}, "");
        }
        names(html, chart, cut);
        PaperTrail{html, chart}.write(stays);
    });
}

}  // namespace loopbaankaart::atlas

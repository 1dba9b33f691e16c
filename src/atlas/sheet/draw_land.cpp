#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double cliff_height = 9;

bool is_flat(const Sheet& sheet, pen::Point at) {
    return within(sheet.unknown, at) || std::ranges::any_of(sheet.beaches, [&](const Beach& beach) { return within(beach.area, at); });
}

// Whether the coast runs clockwise on the screen: then the sea lies to the left of its course.
bool clockwise(const Outline& coast) {
    double area = 0;
    for (std::size_t i = 0; i < coast.size(); ++i) {
        const pen::Point a = coast[i], b = coast[(i + 1) % coast.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return area > 0;
}

// The pieces of coast where one looks at a cliff: those that face the reader.
std::vector<Outline> cliffs_of(const Sheet& sheet) {
    std::vector<Outline> cliffs;
    for (const Land& land : sheet.lands) {
        const Outline& coast = land.coast;
        const double side = clockwise(coast) ? -1 : 1;
        bool inside = false;
        for (std::size_t i = 0; i < coast.size(); ++i) {
            const pen::Point a = coast[i], b = coast[(i + 1) % coast.size()];
            const double facing = side * (b.x - a.x) / std::max(pen::distance(a, b), 0.01);
            const bool cliff = facing >= 0.02 && !is_flat(sheet, a);
            if (cliff && !inside) cliffs.push_back({a});
            if (cliff) cliffs.back().push_back(b);
            inside = cliff;
        }
    }
    return cliffs;
}

Outline lowered(Outline line, double by) {
    for (pen::Point& at : line) at.y += by;
    line.front().corner = line.back().corner = true;
    return line;
}

// A band, its foot in ink, hatching down it, surf below.
void draw_cliffs(Canvas& canvas) {
    std::string band, feet;
    Strokes hatching;
    for (const Outline& cliff : cliffs_of(canvas.sheet)) {
        const Outline foot = lowered(cliff, cliff_height);
        Outline around = lowered(cliff, -1);
        around.insert(around.end(), foot.rbegin(), foot.rend());
        band += closed_path(around);
        feet += open_path(foot);
        for (std::size_t i = 0; i + 1 < cliff.size(); ++i)
            for (const double part : {0.0, 0.5}) {
                const pen::Point a = cliff[i], b = cliff[i + 1];
                hatching.add({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, 0, cliff_height * (0.35 + 0.6 * pen::chance(a.x, part)));
            }
    }
    canvas.layers.raw("<use href=\"#coast\" class=\"cast\" transform=\"translate(5 12)\"/>");
    canvas.used.roles.emplace("cast");
    canvas.fill(band, "cliff");
    canvas.layers.path("dark line", hatching.data(), " stroke-width=\".75\" stroke-opacity=\".7\"");
    canvas.defs += fmt::format("<path id=\"cliff-foot\" d=\"{}\"/>", feet);
    const auto along = [&](const std::string& role, const std::string& how) { canvas.layers.raw(fmt::format("<use href=\"#cliff-foot\" class=\"{} line\" {}/>", role, how)); };
    along(canvas.colour("snow"), "y=\"2.6\" stroke-width=\"2\" stroke-opacity=\".75\" stroke-dasharray=\"5 3 9 6\"");  // surf
    along("dark", "stroke-width=\"1.3\"");
}

// One soft patch: an ellipse whose colour thins out, so that no phone has to blur anything.
void draw_patch(Canvas& canvas, const Patch& patch) {
    const std::string id = fmt::format("patch-{}", patch.colour);
    if (canvas.defined.insert(id).second)
        canvas.defs += fmt::format("<radialGradient id=\"{0}\"><stop offset=\".3\" stop-color=\"{1}\"/><stop offset=\".68\" stop-color=\"{1}\" stop-opacity=\".62\"/>"
                                   "<stop offset=\"1\" stop-color=\"{1}\" stop-opacity=\"0\"/></radialGradient>", id, canvas.hex(patch.colour));
    constexpr double reach = 1.28, printed = 0.6;  // beyond its size it thins out; large areas cost the most ink
    canvas.layers.raw(fmt::format("<ellipse cx=\"{:g}\" cy=\"{:g}\" rx=\"{:g}\" ry=\"{:g}\" fill=\"url(#{})\" fill-opacity=\"{:g}\"/>", patch.at.x, patch.at.y, patch.width * reach,
                                  patch.height * reach, id, patch.strength * (canvas.printed() ? printed : 1)));
}

void draw_sand(Canvas& canvas) {
    for (const Beach& beach : canvas.sheet.beaches) {
        if (!beach.sand) continue;
        Outline shore;
        for (const pen::Point& at : canvas.sheet.lands.front().coast)
            if (within(beach.area, at)) shore.push_back(at);
        if (shore.size() < 2) continue;
        const std::string line = open_path(shore);
        for (const auto& [width, opacity] : {std::pair{120.0, 0.12}, {110.0, 0.14}, {100.0, 0.17}, {90.0, 0.2}, {80.0, 0.26}, {70.0, 0.34}, {60.0, 0.5}}) canvas.stroke(line, "sand", width, opacity);
        canvas.stroke(line, "shallow", 14, 0.8);
        std::string grains;
        for (int turn = 0; turn < 360; ++turn) {
            const pen::Point from = shore[static_cast<std::size_t>(pen::chance(turn, 1) * static_cast<double>(shore.size() - 1))];
            const pen::Point at{from.x - 52 * pen::chance(turn, 2), from.y - 42 * pen::chance(turn, 4) + 8};
            if (within(canvas.sheet.lands.front().coast, at)) grains += fmt::format("M{:.0f} {:.0f}h.1", at.x, at.y);
        }
        canvas.stroke(grains, "wood", 1.5, 0.55);
    }
}

}  // namespace

void draw_land(Canvas& canvas) {
    draw_cliffs(canvas);
    canvas.layers.raw(fmt::format("<use href=\"#coast\" class=\"{}\" fill=\"currentColor\"/><g clip-path=\"url(#land)\">", canvas.colour("land")));
    for (const Patch& patch : canvas.sheet.patches) draw_patch(canvas, patch);
    draw_sand(canvas);
    for (const auto& [width, opacity] : {std::pair{22.0, 0.08}, {14.0, 0.1}, {7.0, 0.14}})  // the land darkens towards its edge
        canvas.layers.raw(fmt::format("<use href=\"#coast\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"{:g}\" stroke-width=\"{:g}\"/>", canvas.night() ? "#000" : "#A98A5A", opacity, width));
    canvas.layers.raw("</g>");
}

// In ink, but in dots where nobody drew yet.
void draw_coast(Canvas& canvas) {
    std::string dots;
    for (const Land& land : canvas.sheet.lands) {
        Outline ring = land.coast;
        const auto unknown = [&](const pen::Point& at) { return within(canvas.sheet.unknown, at); };
        const auto first_known = std::ranges::find_if(ring, [&](const pen::Point& at) { return !unknown(at) && unknown(ring[(static_cast<std::size_t>(&at - ring.data()) + ring.size() - 1) % ring.size()]); });
        if (first_known != ring.end()) std::ranges::rotate(ring, first_known);
        ring.push_back(ring.front());
        Outline run;
        const auto ink = [&] {
            if (run.size() > 2) canvas.layers.path("dark", pen::ink_outline({run, false}, 2.6, 1.3));
            run.clear();
        };
        for (const pen::Point& at : ring) {
            if (!unknown(at)) {
                run.push_back(at);
                continue;
            }
            ink();
            dots += fmt::format("M{:.1f} {:.1f}h.1", at.x, at.y);
        }
        ink();
    }
    canvas.layers.path("dark line", dots, " stroke-width=\"3.4\" stroke-opacity=\".75\"");
}

void draw_fields(Canvas& canvas) {
    int turn = 0;
    for (const Field& field : canvas.sheet.fields) {
        Outline corners = with_corners(field.corners);
        corners.push_back(corners.front());
        pen::Ring ring{{}, true};
        for (std::size_t i = 1; i < corners.size(); ++i)
            for (int part = 0; part < 5; ++part) {
                const pen::Point a = corners[i - 1], b = corners[i];
                ring.points.push_back(pen::wobble({a.x + (b.x - a.x) * part / 5, a.y + (b.y - a.y) * part / 5, part == 0}, 2.1, 0.9));
            }
        ring.points.push_back(ring.points.front());
        const double angle = pen::direction(corners[0], corners[1]) * 180 / std::numbers::pi;
        canvas.fill(pen::write({ring}, 0.2), field.colour, 0.85);
        const bool crops = ++turn % 3 == 0;  // in tufts along their rows; elsewhere furrows
        canvas.layers.path("dark line", pen::hatch({ring}, turn % 2 == 0 ? angle : angle + 78, crops ? 5 : 3.6),
                           crops ? " stroke-width=\"2\" stroke-dasharray=\".1 4.4\" stroke-opacity=\".55\"" : " stroke-width=\".7\" stroke-opacity=\".5\"");
        canvas.layers.path("dark line", pen::write({ring}, 0.2), " stroke-width=\".9\" stroke-opacity=\".7\"");
    }
}

void draw_river(Canvas& canvas) {
    const River& river = canvas.sheet.river;
    const std::size_t count = river.course.size();
    if (count < 3) return;
    Outline left, right;
    for (std::size_t i = 0; i < count; ++i) {
        const pen::Point before = river.course[i == 0 ? 0 : i - 1], after = river.course[std::min(i + 1, count - 1)], at = river.course[i];
        const double length = std::max(pen::distance(before, after), 0.01), part = static_cast<double>(i) / static_cast<double>(count);
        const double half = river.from + (river.to - river.from) * std::pow(part, 0.8) + 0.7 * std::sin(static_cast<double>(i) * 0.5);
        const double across_x = (after.y - before.y) / length * half, across_y = (after.x - before.x) / length * half;
        left.push_back({at.x - across_x, at.y + across_y});
        right.push_back({at.x + across_x, at.y - across_y});
    }
    const std::string middle = open_path(river.course), bank = open_path(left);
    left.insert(left.end(), right.rbegin(), right.rend());
    const std::string water = closed_path(left);
    canvas.layers.raw("<g clip-path=\"url(#land)\">");
    canvas.layers.path("dark line", water, " stroke-width=\"2.4\"");
    canvas.fill(water, "river");
    canvas.stroke(bank, "ripple", 2.6, 0.3);  // the bank towards the light throws a shadow on the water
    canvas.stroke(middle, "shallow", 1.3, 1, " stroke-dasharray=\"14 9 4 12\"");
    canvas.layers.raw("</g>");
}

}  // namespace loopbaankaart::atlas

#include <fmt/format.h>

#include <cmath>

#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

struct Peak {
    pen::Point top;
    Outline left, right, ridge;  // from the top down; the ridge parts light from shadow
    double height = 0;
};

pen::Point between(pen::Point a, pen::Point b, double part) { return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part, true}; }

// A slope from the top down to the foot, with ledges where chance has them.
Outline slope(pen::Point top, pen::Point foot, double which) {
    constexpr int pieces = 7;
    Outline line;
    for (int piece = 0; piece <= pieces; ++piece) {
        const double part = static_cast<double>(piece) / pieces, inner = piece == 0 || piece == pieces ? 0 : 1;
        const double out = (pen::chance(top.x + piece, foot.x, which) - 0.5) * std::abs(foot.x - top.x) * 0.17;
        const double hollow = std::sin(part * 3.1416) * (foot.x - top.x) * -0.1;  // slopes are a little hollow
        line.push_back(pen::wobble({top.x + (foot.x - top.x) * part + (out + hollow) * inner, top.y + (foot.y - top.y) * part, true}, 0.7, 0.8));
    }
    return line;
}

Peak peak_of(const Mountain& mountain) {
    const auto [foot, height, snow] = mountain;
    const double half = height * (0.5 + 0.14 * pen::chance(foot.x, foot.y)), lean = (pen::chance(foot.y, foot.x) - 0.5) * height * 0.16;
    const pen::Point top{foot.x + lean, foot.y - height};
    return {top, slope(top, {foot.x - half, foot.y}, 1), slope(top, {foot.x + half, foot.y}, 2),
            slope(top, {foot.x + half * (0.05 + 0.2 * pen::chance(top.x, 9)), foot.y}, 3), height};
}

// The point part (0–1) of the way down.
pen::Point down(const Outline& side, double part) {
    const double reach = part * static_cast<double>(side.size() - 1);
    const auto at = std::min(static_cast<std::size_t>(reach), side.size() - 2);
    return between(side[at], side[at + 1], reach - static_cast<double>(at));
}

Outline stretch(const Outline& side, double from, double to) {
    constexpr int steps = 9;
    Outline line;
    for (int step = 0; step <= steps; ++step) line.push_back(down(side, from + (to - from) * step / steps));
    for (std::size_t i = 1; i + 1 < line.size(); ++i) line[i].corner = false;
    return line;
}

std::string around(const Outline& one, const Outline& other) {
    Outline ring{one.rbegin(), one.rend()};
    ring.insert(ring.end(), other.begin() + 1, other.end());
    return pen::write(ring, pen::Ends::closed);
}

// A wash that thins out towards the foot.
void paint(Canvas& canvas, const std::string& data, std::string_view name, double opacity) {
    const std::string id = fmt::format("slope-{}", name);
    if (canvas.defined.insert(id).second)
        canvas.defs += fmt::format("<linearGradient id=\"{0}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\".6\" stop-color=\"{1}\"/>"
                                   "<stop offset=\"1\" stop-color=\"{1}\" stop-opacity=\"0\"/></linearGradient>", id, canvas.hex(name));
    canvas.layers.raw(fmt::format("<path style=\"fill:url(#{})\" fill-opacity=\"{:g}\" d=\"{}\"/>", id, opacity, data));
}

// Snow runs down in tongues, and lies bluer in the shadow.
void paint_snow(Canvas& canvas, const Peak& peak, double snow) {
    const pen::Point from = down(peak.left, snow), middle = down(peak.ridge, snow * 1.35), to = down(peak.right, snow * 1.15);
    const double drip = peak.height * snow * 0.3;
    const auto tongues = [&](pen::Point a, pen::Point b) {
        Outline edge;
        for (int tooth = 1; tooth < 4; ++tooth) {
            const pen::Point at = between(a, b, tooth / 4.0);
            edge.push_back({at.x, at.y + drip * (tooth % 2 == 0 ? -0.6 : 0.5 + pen::chance(at.x, at.y)), true});
        }
        return edge;
    };
    Outline lower{from};
    for (const Outline& part : {tongues(from, middle), Outline{middle}, tongues(middle, to), Outline{to}}) lower.insert(lower.end(), part.begin(), part.end());
    Outline cap = stretch(peak.left, 0, snow);
    cap.insert(cap.end(), lower.begin(), lower.end());
    cap.push_back(peak.top);
    Outline shaded{peak.top};
    for (const double part : {0.4, 0.8}) shaded.push_back(down(peak.ridge, snow * part));
    shaded.insert(shaded.end(), lower.begin() + 4, lower.end());
    canvas.fill(pen::write(cap, pen::Ends::closed), "snow");
    canvas.fill(pen::write(shaded, pen::Ends::closed), "ice");
    canvas.layers.path("dark fine", pen::write(lower, pen::Ends::open));
}

// Down the shadow side run hachures, from the ridge and from the flank; they thin out towards the foot.
void hachures(Strokes& strokes, const Peak& peak) {
    const int rows = static_cast<int>(peak.height / 5);
    for (int row = 2; row < rows; ++row) {
        const double part = static_cast<double>(row) / rows;
        const pen::Point ridge = down(peak.ridge, part), flank = down(peak.right, part);
        for (const double across : {0.25, 0.6, 0.88}) {
            const double chance = pen::chance(ridge.x + across, ridge.y);
            if (chance < 0.15 + 0.5 * part * (1 - across)) continue;
            const double length = peak.height * (0.05 + 0.09 * chance) * (1.1 - 0.6 * part), lean = (flank.x - ridge.x) / peak.height;
            strokes.add(between(ridge, flank, across - 0.12 * chance), length * (0.15 + 0.7 * across * lean), length);
        }
    }
}

// On the light side a few cracks.
void cracks(Strokes& strokes, const Peak& peak) {
    const int count = 2 + static_cast<int>(peak.height / 22);
    for (int crack = 0; crack < count; ++crack) {
        const double part = 0.34 + 0.5 * (crack + 0.5) / count, across = 0.25 + 0.6 * pen::chance(crack, peak.top.x);
        const pen::Point at = between(down(peak.left, part), down(peak.ridge, part), across);
        const double length = peak.height * (0.05 + 0.06 * pen::chance(at.x, crack));
        strokes.add(at, -length * 0.5, length * 0.7);
        strokes.add({at.x - length * 0.5, at.y + length * 0.7}, length * 0.1, length * 0.5);
    }
}

// At the foot lies scree, where the drawing fades out into the land.
void scree(Strokes& strokes, const Peak& peak) {
    const int count = static_cast<int>(peak.height / 5);
    for (int stone = 0; stone < count; ++stone) {
        const double part = (stone + 0.5) / count, chance = pen::chance(peak.top.x, stone), lower = pen::chance(stone, peak.top.y);
        const pen::Point at = between(down(peak.left, 0.95), down(peak.right, 0.95), part + 0.06 * (chance - 0.5));
        if (chance < 0.5) {
            strokes.add({at.x, at.y + 5 * (lower - 0.5)}, (part - 0.5) * 3, 2 + 3 * lower);
            continue;
        }
        strokes.add({at.x, at.y + 7 * lower}, 1, -1.2);
        strokes.add({at.x + 1, at.y + 7 * lower - 1.2}, 1.2, 1);
    }
}

// The line of a flank breaks up before it reaches the foot.
void ink_flank(Canvas& canvas, const Outline& flank) {
    canvas.ink(stretch(flank, 0, 0.8), 1.7);
    canvas.layers.path("dark part", pen::write(Outline{down(flank, 0.84), down(flank, 0.9)}, pen::Ends::open));
}

}  // namespace

// Light from the left; the foot fades into the land.
void draw_mountain(Canvas& canvas, const Mountain& mountain) {
    const Peak peak = peak_of(mountain);
    paint(canvas, around(peak.left, peak.right), "rock", 1);
    paint(canvas, around(peak.ridge, peak.right), "rock-dark", 0.85);
    if (mountain.snow > 0) paint_snow(canvas, peak, mountain.snow);
    Strokes fine;
    hachures(fine, peak);
    cracks(fine, peak);
    scree(fine, peak);
    canvas.layers.path("hatch", fine.data());
    canvas.layers.path("dark fine", pen::write(stretch(peak.ridge, 0, 0.72), pen::Ends::open));
    ink_flank(canvas, peak.left);
    ink_flank(canvas, peak.right);
}

}  // namespace loopbaankaart::atlas

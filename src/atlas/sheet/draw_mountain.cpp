#include <fmt/format.h>

#include <cmath>

#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

// A slope from the top down to the foot, with ledges where chance has them.
Outline slope(pen::Point top, pen::Point foot, double which) {
    Outline line{{top.x, top.y, true}};
    constexpr int pieces = 6;
    for (int piece = 1; piece < pieces; ++piece) {
        const double part = static_cast<double>(piece) / pieces, out = (pen::chance(top.x + piece, foot.x, which) - 0.5) * std::abs(foot.x - top.x) * 0.16;
        const double hollow = std::sin(part * 3.1416) * (foot.x - top.x) * -0.07;  // slopes are a little hollow
        line.push_back({top.x + (foot.x - top.x) * part + out + hollow, top.y + (foot.y - top.y) * part, true});
    }
    line.push_back({foot.x, foot.y, true});
    return line;
}

Outline wobbled(Outline line) {
    for (pen::Point& at : line) at = pen::wobble(at, 0.7, 0.8);
    return line;
}

// Down the shadow side run hachures, shorter towards the foot.
std::string hachures(pen::Point top, const Outline& right, double height) {
    std::string data;
    for (std::size_t i = 1; i + 1 < right.size(); ++i)
        for (int stroke = 0; stroke < 3; ++stroke) {
            const pen::Point a = right[i], b = right[i + 1];
            const double part = stroke / 3.0, x = a.x + (b.x - a.x) * part, y = a.y + (b.y - a.y) * part;
            const double length = height * (0.09 + 0.09 * pen::chance(x, y)), in = (x - top.x) * (0.18 + 0.5 * pen::chance(y, x));
            data += fmt::format("M{:.1f} {:.1f}l{:.1f} {:.1f}", x - in, y + 2, -length * 0.3, length);
        }
    return data;
}

}  // namespace

// Light from the left; the foot fades into the land.
void draw_mountain(Canvas& canvas, const Mountain& mountain) {
    const auto [foot, height, snow] = mountain;
    const double half = height * (0.52 + 0.14 * pen::chance(foot.x, foot.y)), lean = (pen::chance(foot.y, foot.x) - 0.5) * height * 0.16;
    const pen::Point top{foot.x + lean, foot.y - height};
    const Outline left = wobbled(slope(top, {foot.x - half, foot.y}, 1)), right = wobbled(slope(top, {foot.x + half, foot.y}, 2));
    const Outline ridge = wobbled(slope(top, {foot.x + half * (0.12 + 0.2 * pen::chance(top.x, 9)), foot.y + 2}, 3));

    Outline body{left.rbegin(), left.rend()};
    body.insert(body.end(), right.begin() + 1, right.end());
    Outline shadow{ridge.rbegin(), ridge.rend()};
    shadow.insert(shadow.end(), right.begin() + 1, right.end());
    for (const auto& [name, hex] : {std::pair{"rock", canvas.hex("rock")}, {"rock-dark", canvas.hex("rock-dark")}}) {
        const std::string id = fmt::format("slope-{}", name);
        if (canvas.defined.insert(id).second)
            canvas.defs += fmt::format("<linearGradient id=\"{0}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\".8\" stop-color=\"{1}\"/>"
                                       "<stop offset=\"1\" stop-color=\"{1}\" stop-opacity=\".2\"/></linearGradient>", id, hex);
    }
    canvas.layers.raw(fmt::format("<path style=\"fill:url(#slope-rock)\" d=\"{}\"/><path style=\"fill:url(#slope-rock-dark)\" fill-opacity=\".8\" d=\"{}\"/>", pen::write(body, pen::Ends::closed),
                                  pen::write(shadow, pen::Ends::closed)));
    if (snow > 0) {
        Outline cap;
        const auto down = [&](const Outline& side, double part) {
            const double reach = part * static_cast<double>(side.size() - 1);
            const auto at = static_cast<std::size_t>(reach);
            const double rest = reach - static_cast<double>(at);
            const pen::Point a = side[at], b = side[std::min(at + 1, side.size() - 1)];
            return pen::Point{a.x + (b.x - a.x) * rest, a.y + (b.y - a.y) * rest, true};
        };
        const pen::Point from = down(left, snow), to = down(right, snow * 1.1);
        cap = {from, {top.x, top.y, true}, to};
        constexpr int teeth = 6;
        for (int tooth = 1; tooth < teeth; ++tooth) {
            const double part = static_cast<double>(tooth) / teeth, dip = (tooth % 2 == 0 ? -0.09 : 0.12) * height * snow * 2.2;
            cap.push_back({to.x + (from.x - to.x) * part, to.y + (from.y - to.y) * part + dip, true});
        }
        cap.push_back(cap.front());
        canvas.fill(pen::write(cap, pen::Ends::closed), "snow");
        canvas.layers.path("dark fine", pen::write(Outline{cap.begin() + 2, cap.end()}, pen::Ends::open));
    }
    canvas.layers.path("hatch", hachures(top, right, height));
    canvas.layers.path("dark fine", pen::write(Outline{ridge.begin(), ridge.begin() + 5}, pen::Ends::open));
    const double width = height > 150 ? 2.2 : 1.6;
    canvas.ink(left, width);
    canvas.ink(right, width);
}

}  // namespace loopbaankaart::atlas

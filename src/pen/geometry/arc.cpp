#include "arc.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loopbaankaart::pen {

std::vector<Cubic> cubics_of(Arc arc) {
    if (arc.radius_x == 0 || arc.radius_y == 0) return {{arc.from, arc.from, arc.to, arc.to, true}};
    constexpr double pi = std::numbers::pi;
    const double phi = arc.turned * pi / 180, cosine = std::cos(phi), sine = std::sin(phi);
    const double dx = (arc.from.x - arc.to.x) / 2, dy = (arc.from.y - arc.to.y) / 2;
    const double px = cosine * dx + sine * dy, py = cosine * dy - sine * dx;
    const double grow = std::max(1.0, std::hypot(px / arc.radius_x, py / arc.radius_y));
    const double rx = std::abs(arc.radius_x) * grow, ry = std::abs(arc.radius_y) * grow;
    const double below = rx * py * rx * py + ry * px * ry * px;
    const double k = below == 0 ? 0 : (arc.large == arc.sweep ? -1 : 1) * std::sqrt(std::max(0.0, (rx * ry * rx * ry - below) / below));
    const double ux = k * rx * py / ry, uy = -k * ry * px / rx;
    const Point centre{cosine * ux - sine * uy + (arc.from.x + arc.to.x) / 2, sine * ux + cosine * uy + (arc.from.y + arc.to.y) / 2};
    const double start = std::atan2((py - uy) / ry, (px - ux) / rx);
    double turn = std::atan2((-py - uy) / ry, (-px - ux) / rx) - start;
    if (arc.sweep && turn < 0) turn += 2 * pi;
    if (!arc.sweep && turn > 0) turn -= 2 * pi;

    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (pi / 2) - 1e-6)));
    const double step = turn / parts, handle = 4.0 / 3.0 * std::tan(step / 4);
    const auto at = [&](double u, double v) {
        return Point{centre.x + cosine * rx * u - sine * ry * v, centre.y + sine * rx * u + cosine * ry * v};
    };
    std::vector<Cubic> cubics;
    for (int part = 0; part < parts; ++part) {
        const double a = start + part * step, b = a + step;
        const double ca = std::cos(a), sa = std::sin(a), cb = std::cos(b), sb = std::sin(b);
        const Point end = part == parts - 1 ? arc.to : at(cb, sb);
        cubics.push_back({at(ca, sa), at(ca - handle * sa, sa + handle * ca), at(cb + handle * sb, sb - handle * cb), end});
    }
    return cubics;
}

}  // namespace loopbaankaart::pen

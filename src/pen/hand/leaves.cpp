#include <algorithm>
#include <cmath>
#include <numbers>

#include "hand.hpp"

namespace loopbaankaart::pen {

namespace {

double signed_area(const std::vector<Point>& points) {
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point next = points[(i + 1) % points.size()];
        sum += (next.x - points[i].x) * (next.y + points[i].y);
    }
    return sum;
}

constexpr double most_rows = 60;  // of leaves

// Unevenly spaced points along a ring, about `bump` apart.
std::vector<Point> stops_along(const std::vector<Point>& ring, double bump) {
    double length = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) length += distance(ring[i - 1], ring[i]);
    const auto count = static_cast<std::size_t>(std::max(5.0, std::floor(length / bump + 0.5)));
    std::vector<Point> stops;
    double walked = 0, next = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point p = ring[i - 1], q = ring[i];
        const double step = distance(p, q);
        while (next < walked + step && stops.size() < count) {
            const double part = (next - walked) / step;
            stops.push_back({p.x + (q.x - p.x) * part, p.y + (q.y - p.y) * part});
            const auto made = static_cast<double>(stops.size());
            next = length * (made + 0.5 * (chance(p.x, made) - 0.5)) / static_cast<double>(count);
        }
        walked += step;
    }
    return stops;
}

}  // namespace

Ring scallop(const Ring& ring, double bump) {
    std::vector<Point> points = ring.points;
    if (signed_area(points) >= 0) std::ranges::reverse(points);
    const std::vector<Point> stops = stops_along(points, bump);
    if (stops.empty()) return ring;  // it has no length
    Ring leafy{.closed = ring.closed};
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const Point p = stops[i], q = stops[(i + 1) % stops.size()];
        const double dx = q.x - p.x, dy = q.y - p.y, chord = distance(p, q) == 0 ? 1 : distance(p, q);
        const double rise = chord * (0.36 + 0.14 * chance(q.x, p.y));
        const int steps = chord > 6 ? 5 : 4;
        leafy.points.push_back({p.x, p.y, true});
        for (int step = 1; step < steps; ++step) {
            const double angle = std::numbers::pi * step / steps;
            const double along = 0.5 - 0.56 * std::cos(angle), up = 1.1 * rise * std::sin(angle);
            leafy.points.push_back({p.x + dx * along + dy / chord * up, p.y + dy * along - dx / chord * up});
        }
    }
    leafy.points.push_back(leafy.points.front());
    return leafy;
}

bool inside(const std::vector<Point>& ring, Point point) {
    bool odd = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[(i == 0 ? ring.size() : i) - 1], q = ring[i];
        if ((p.y > point.y) != (q.y > point.y) && point.x < p.x + (q.x - p.x) * (point.y - p.y) / (q.y - p.y)) odd = !odd;
    }
    return odd;
}

std::string leaf_marks(const Ring& ring, double gap) {
    const auto [left, right] = std::ranges::minmax(ring.points, {}, &Point::x);
    const auto [top, low] = std::ranges::minmax(ring.points, {}, &Point::y);
    gap = std::max({gap, 2.0, (low.y - top.y) / most_rows, (right.x - left.x) / most_rows});
    std::string data;
    for (double y = top.y + gap * 0.7; y < low.y - 2; y += gap * 0.8)
        for (double x = left.x + gap * 0.4; x < right.x - 3; x += gap * 1.5) {
            const Point at{x + gap * 0.7 * (chance(x, y) - 0.5), y + gap * 0.5 * (chance(y, x) - 0.5)};
            const double shadowed = (at.x - left.x) / (right.x - left.x) * 0.6 + (at.y - top.y) / (low.y - top.y) * 0.7;
            const auto fits = [&](double u, double v) { return inside(ring.points, {at.x + u, at.y + v}); };
            if (shadowed < 0.5 + 0.35 * chance(x, y, 5) || !fits(-2, -2) || !fits(6, 3) || !fits(6, -2) || !fits(-2, 3)) continue;
            data += write({at}, Ends::open) + "q1 1.6 2 0q1 1.6 2 0";
        }
    return data;
}

}  // namespace loopbaankaart::pen

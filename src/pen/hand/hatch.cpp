#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "hand.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr double smallest_gap = 1, frayed = 1.6;  // units
constexpr double most_lines = 400;

// Where the line at this height enters and leaves the rings, from left to right.
std::vector<double> crossings_at(double height, const std::vector<std::vector<Point>>& rings) {
    std::vector<double> crossings;
    for (const std::vector<Point>& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[(i == 0 ? ring.size() : i) - 1], q = ring[i];
            if ((p.y > height) != (q.y > height)) crossings.push_back(p.x + (q.x - p.x) * (height - p.y) / (q.y - p.y));
        }
    std::ranges::sort(crossings);
    return crossings;
}

}  // namespace

std::string hatch(const std::vector<Ring>& rings, double degrees, double gap) {
    const double angle = degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    double top = std::numeric_limits<double>::max(), low = std::numeric_limits<double>::lowest();
    std::vector<std::vector<Point>> turned;
    for (const Ring& ring : rings) {
        std::vector<Point>& points = turned.emplace_back();
        for (const Point& point : ring.points) {
            points.push_back({point.x * cosine + point.y * sine, point.y * cosine - point.x * sine});
            top = std::min(top, points.back().y);
            low = std::max(low, points.back().y);
        }
    }
    gap = std::max({gap, smallest_gap, (low - top) / most_lines});
    const auto back = [&](double x, double y) { return Point{x * cosine - y * sine, x * sine + y * cosine}; };
    std::string data;
    for (double y = top + gap * 0.6; y < low; y += gap * (0.8 + 0.4 * chance(y, gap))) {
        const std::vector<double> crossings = crossings_at(y, turned);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const auto which = static_cast<double>(i);
            const double from = crossings[i] + frayed * chance(y, which), to = crossings[i + 1] - frayed * chance(which, y);
            if (to - from > 1) data += write({back(from, y), back(to, y + 0.6 * (chance(y, which, 2) - 0.5))}, Ends::open);
        }
    }
    return data;
}

}  // namespace loopbaankaart::pen

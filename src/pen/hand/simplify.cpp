#include <cmath>
#include <utility>

#include "hand.hpp"

namespace loopbaankaart::pen {

std::vector<Point> simplify(const std::vector<Point>& points, double tolerance) {
    if (points.size() < 3) return points;
    std::vector<bool> keep(points.size(), false);
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, points.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        const Point a = points[first], b = points[last];
        const double length = distance(a, b);
        double far = 0;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const Point p = points[i];
            const double away = length < 0.01 ? distance(a, p) : std::abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length;
            if (away > far) {
                far = away;
                at = i;
            }
        }
        if (far <= tolerance) continue;
        keep[at] = true;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    std::vector<Point> kept;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (keep[i]) kept.push_back(points[i]);
    return kept;
}

}  // namespace loopbaankaart::pen

#include <algorithm>
#include <cmath>

#include "hand.hpp"

namespace loopbaankaart::pen {

std::vector<Stroke> strokes(const Ring& ring) {
    std::vector<std::vector<Point>> runs{{ring.points.front()}};
    for (std::size_t i = 1; i < ring.points.size(); ++i) {
        runs.back().push_back(ring.points[i]);
        if (ring.points[i].corner && i + 1 < ring.points.size()) runs.push_back({ring.points[i]});
    }
    std::vector<Stroke> all;
    for (std::vector<Point>& run : runs) all.push_back({std::move(run), ring.closed && runs.size() == 1});
    return all;
}

namespace {

constexpr double taper_length = 5, thinnest = 0.55;

std::vector<double> lengths_along(const std::vector<Point>& points) {
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < points.size(); ++i) lengths.push_back(lengths.back() + distance(points[i - 1], points[i]));
    return lengths;
}

}  // namespace

double length_of(const Stroke& stroke) { return lengths_along(stroke.points).back(); }

std::string ink_outline(const Stroke& stroke, double width, double phase) {
    const std::vector<Point>& points = stroke.points;
    const std::vector<double> length = lengths_along(points);
    const double whole = length.back(), shortened = std::min(taper_length, whole / 3), taper = shortened == 0 ? 1 : shortened;
    const double seed = phase + 6.28 * chance(points.front().x, points.front().y);
    const std::size_t last = points.size() - 1;
    std::vector<Point> left, right;
    for (std::size_t i = 0; i <= last; ++i) {
        const Point before = i > 0 ? points[i - 1] : stroke.loop ? points[last - 1] : points[0];
        const Point after = i < last ? points[i + 1] : stroke.loop ? points[1] : points[last];
        const double span = distance(before, after) == 0 ? 1 : distance(before, after);
        const double dx = (after.x - before.x) / span, dy = (after.y - before.y) / span;
        double half = width / 2 * (1 + 0.28 * std::sin(length[i] / 9 + seed) + 0.12 * std::sin(length[i] / 3.1 + 2 * seed));
        if (!stroke.loop) half *= thinnest + (1 - thinnest) * std::min(1.0, std::min(length[i], whole - length[i]) / taper);
        const auto [x, y, corner] = points[i];
        left.push_back({x - dy * half, y + dx * half, corner && stroke.loop});
        right.push_back({x + dy * half, y - dx * half, corner && stroke.loop});
    }
    if (!stroke.loop)
        for (std::vector<Point>* edge : {&left, &right}) edge->front().corner = edge->back().corner = true;
    std::ranges::reverse(right);
    if (stroke.loop) return write(left, Ends::closed) + write(right, Ends::closed);
    left.insert(left.end(), right.begin(), right.end());
    return write(left, Ends::closed);
}

}  // namespace loopbaankaart::pen

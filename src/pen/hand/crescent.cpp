#include <algorithm>
#include <cmath>
#include <numbers>

#include "hand.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr double light_x = 0.78, light_y = 0.62;  // which way the light goes: from the top left

Point middle_of(const std::vector<Point>& points) {
    Point sum;
    for (const Point& point : points) sum = {sum.x + point.x, sum.y + point.y};
    const auto count = static_cast<double>(points.size());
    return {sum.x / count, sum.y / count};
}

std::vector<Point> walk(const std::vector<Point>& ring, std::size_t from, std::size_t to) {
    std::vector<Point> side;
    for (std::size_t i = from; i != to; i = (i + 1) % ring.size()) side.push_back(ring[i]);
    side.push_back(ring[to]);
    return side;
}

double away_from_light(const std::vector<Point>& side, Point middle) {
    double sum = 0;
    for (const Point& point : side) sum += (point.x - middle.x) * light_x + (point.y - middle.y) * light_y;
    return sum / static_cast<double>(side.size());
}

}  // namespace

Ring crescent(const Ring& ring, double depth) {
    const std::vector<Point>& points = ring.points;
    const Point middle = middle_of(points);
    const auto across = [&](const Point& point) { return (point.x - middle.x) * -light_y + (point.y - middle.y) * light_x; };
    const auto [least, most] = std::ranges::minmax_element(points, {}, across);
    const auto index = [&](auto found) { return static_cast<std::size_t>(found - points.begin()); };
    // The first of equals on both sides, so that the same ring always breaks in the same two places.
    const std::size_t from = index(least), to = index(std::ranges::find(points, across(*most), across));
    std::vector<Point> one = walk(points, from, to), other = walk(points, to, from);
    std::vector<Point> shadow = away_from_light(one, middle) > away_from_light(other, middle) ? std::move(one) : std::move(other);
    std::vector<Point> inner;
    const double last = shadow.size() > 1 ? static_cast<double>(shadow.size() - 1) : 1;
    for (std::size_t i = 0; i < shadow.size(); ++i) {
        const double part = depth * std::pow(std::max(0.0, std::sin(std::numbers::pi * static_cast<double>(i) / last)), 0.7);
        const Point point = shadow[i];
        inner.push_back({point.x + (middle.x - point.x) * part - 0.3, point.y + (middle.y - point.y) * part - 0.3});
    }
    std::ranges::reverse(inner);
    Ring crescent{std::move(shadow), true};
    for (const Point& point : simplify(inner, 0.8)) crescent.points.push_back(point);
    return crescent;
}

}  // namespace loopbaankaart::pen

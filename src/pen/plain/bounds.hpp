// Inside pen: how much room something takes.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "../geometry/point.hpp"

namespace loopbaankaart::pen {

struct Bounds {
    double left = std::numeric_limits<double>::max(), top = left, right = -left, low = -left;

    bool empty() const { return right < left; }
    double width() const { return empty() ? 0 : right - left; }
    double height() const { return empty() ? 0 : low - top; }
    void take(Point point) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        low = std::max(low, point.y);
    }
    void take(const Bounds& other) {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        low = std::max(low, other.low);
    }
    // Wider by `by` to each side.
    Bounds grown(double by) const { return empty() ? *this : Bounds{left - by, top - by, right + by, low + by}; }
    bool holds(const Bounds& other) const { return left <= other.left && top <= other.top && right >= other.right && low >= other.low; }
    bool touches(const Bounds& other) const { return left <= other.right && right >= other.left && top <= other.low && low >= other.top; }
};

inline Bounds bounds_of(const std::vector<Ring>& rings) {
    Bounds bounds;
    for (const Ring& ring : rings)
        for (const Point& point : ring.points) bounds.take(point);
    return bounds;
}

}  // namespace loopbaankaart::pen

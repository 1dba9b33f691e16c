#include "smooth.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::atlas {

namespace {

// The point at part t between b and c of four points on the line.
pen::Point between(const std::array<pen::Point, 4>& points, double t) {
    const auto& [a, b, c, d] = points;
    const auto blend = [t](double p, double q, double r, double s) {
        return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
    };
    return {blend(a.x, b.x, c.x, d.x), blend(a.y, b.y, c.y, d.y)};
}

}  // namespace

Outline smooth(const Outline& through, Run run, double step) {
    const auto count = static_cast<std::ptrdiff_t>(through.size());
    if (count < 3) return through;
    const auto at = [&](std::ptrdiff_t place) {
        const std::ptrdiff_t found = run == Run::around ? (place + count) % count : std::clamp<std::ptrdiff_t>(place, 0, count - 1);
        return through[static_cast<std::size_t>(found)];
    };
    Outline line;
    for (std::ptrdiff_t piece = 0; piece < (run == Run::around ? count : count - 1); ++piece) {
        const std::array<pen::Point, 4> four{at(piece - 1), at(piece), at(piece + 1), at(piece + 2)};
        const int steps = std::max(1, static_cast<int>(std::ceil(pen::distance(four[1], four[2]) / step)));
        for (int part = 0; part < steps; ++part) line.push_back(between(four, static_cast<double>(part) / steps));
    }
    if (run == Run::open) line.push_back(through.back());
    return line;
}

double fray_at(double x, double y) {
    return std::sin(x * 0.071 + y * 0.043) + 0.6 * std::sin(x * 0.151 - y * 0.117 + 1) + 0.5 * std::sin(x * 0.29 + y * 0.31 + 2) + 0.35 * std::sin(x * 0.61 - y * 0.53);
}

}  // namespace loopbaankaart::atlas

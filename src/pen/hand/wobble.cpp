#include <cmath>

#include "hand.hpp"

namespace loopbaankaart::pen {

Point wobble(Point point, double phase, double size) {
    const auto [x, y, corner] = point;
    return {x + size * (std::sin(0.19 * x + 0.27 * y + phase) + 0.6 * std::sin(0.53 * x - 0.41 * y + 2 * phase)),
            y + size * (std::sin(0.23 * x - 0.17 * y + 1.7 * phase) + 0.6 * std::sin(0.47 * x + 0.59 * y + phase)), corner};
}

Point brush(Point point) {
    const auto [x, y, corner] = point;
    return {x - 0.25 + 0.4 * std::sin(0.11 * x + 0.07 * y), y + 0.2 + 0.4 * std::sin(0.09 * x - 0.12 * y + 1), corner};
}

double chance(double x, double y, double which) {
    const double spread = std::sin(x * 12.9898 + y * 78.233 + which * 37.719) * 43758.5453;
    return spread - std::floor(spread);
}

}  // namespace loopbaankaart::pen

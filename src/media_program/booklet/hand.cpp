#include "hand.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace loopbaankaart::media {

namespace {

// As the pen of the map: by where a point lies, not by which line it is on.
Place wobbled(Place at, double size) {
    return {at.x + size * (std::sin(0.19 * at.x + 0.27 * at.y) + 0.6 * std::sin(0.53 * at.x - 0.41 * at.y)),
            at.y + size * (std::sin(0.23 * at.y + 0.17 * at.x + 2) + 0.6 * std::sin(0.47 * at.x + 0.31 * at.y))};
}

Place between(Place one, Place other) { return {(one.x + other.x) / 2, (one.y + other.y) / 2}; }

// A curve with one handle, as the curve with two that Cairo has.
void curve(cairo_t* pen, Place from, Place handle, Place to) {
    cairo_curve_to(pen, from.x + (handle.x - from.x) * 2 / 3, from.y + (handle.y - from.y) * 2 / 3, to.x + (handle.x - to.x) * 2 / 3, to.y + (handle.y - to.y) * 2 / 3, to.x, to.y);
}

}  // namespace

void draw_by_hand(cairo_t* pen, const std::vector<Place>& points, double wobble) {
    Place from = wobbled(points.front(), wobble);
    cairo_move_to(pen, from.x, from.y);
    for (std::size_t at = 1; at + 1 < points.size(); ++at) {
        const Place handle = wobbled(points[at], wobble), to = between(handle, wobbled(points[at + 1], wobble));
        curve(pen, from, handle, to);
        from = to;
    }
    const Place last = wobbled(points.back(), wobble);
    cairo_line_to(pen, last.x, last.y);
}

void draw_hand_line(cairo_t* pen, double left, double y, double width, double thickness) {
    constexpr int steps = 12;
    const auto side = [&](int step, double which) {
        const double share = static_cast<double>(step) / steps, swell = 0.35 + 0.65 * std::sin(share * 3.0 + 0.07);
        return Place{left + share * width, y + which * thickness / 2 * swell};
    };
    std::vector<Place> outline;
    for (int step = 0; step <= steps; ++step) outline.push_back(side(step, -1));
    for (int step = steps; step >= 0; --step) outline.push_back(side(step, 1));
    draw_by_hand(pen, outline, 0.45);
    cairo_close_path(pen);
    cairo_fill(pen);
}

double chance(int one, int other) {
    auto mixed = static_cast<std::uint32_t>(one) * 2654435761U ^ static_cast<std::uint32_t>(other) * 2246822519U;
    mixed = (mixed ^ mixed >> 15) * 2246822519U;
    mixed = (mixed ^ mixed >> 13) * 3266489917U;
    return static_cast<double>((mixed ^ mixed >> 16) & 0xFFFFFF) / 0x1000000;
}

}  // namespace loopbaankaart::media

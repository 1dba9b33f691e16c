#include "rooms.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::atlas {

namespace {

constexpr double square = 40;  // units
constexpr std::size_t across = static_cast<std::size_t>(sheet_width / square) + 1, down = static_cast<std::size_t>(sheet_height / square) + 1;

std::size_t step_of(double value, std::size_t count) { return static_cast<std::size_t>(std::clamp(value / square, 0.0, static_cast<double>(count - 1))); }

struct Nearest {
    double distance;      // to the edge; negative inside
    pen::Point outward;   // of length 1
};

Nearest nearest(const Room& room, pen::Point at) {
    const double dx = std::max({room.left - at.x, 0.0, at.x - room.right}), dy = std::max({room.top - at.y, 0.0, at.y - room.low});
    if (dx > 0 || dy > 0) {
        const double away = std::hypot(dx, dy);
        return {away, {at.x < room.left ? -dx / away : dx / away, at.y < room.top ? -dy / away : dy / away}};
    }
    const double left = at.x - room.left, right = room.right - at.x, top = at.y - room.top, low = room.low - at.y;
    const double least = std::min({left, right, top, low});
    if (least == left) return {-least, {-1, 0}};
    if (least == right) return {-least, {1, 0}};
    return {-least, {0, least == top ? -1.0 : 1.0}};
}

}  // namespace

Rooms::Rooms(std::vector<Room> rooms) : rooms_{std::move(rooms)}, squares_(across * down) {
    for (std::size_t which = 0; which < rooms_.size(); ++which) {
        const Room& room = rooms_[which];
        for (std::size_t y = step_of(room.top - reach, down); y <= step_of(room.low + reach, down); ++y)
            for (std::size_t x = step_of(room.left - reach, across); x <= step_of(room.right + reach, across); ++x) squares_[y * across + x].push_back(which);
    }
}

const std::vector<std::size_t>& Rooms::near(pen::Point at) const { return squares_[step_of(at.y, down) * across + step_of(at.x, across)]; }

double Rooms::clearance(pen::Point at) const {
    double least = reach;
    for (const std::size_t which : near(at)) least = std::min(least, nearest(rooms_[which], at).distance);
    return least;
}

pen::Point Rooms::way_out(pen::Point at, double margin) const {
    pen::Point out;
    for (const std::size_t which : near(at)) {
        const auto [distance, outward] = nearest(rooms_[which], at);
        const double short_of = std::max(0.0, margin - distance);
        out = {out.x + outward.x * short_of, out.y + outward.y * short_of};
    }
    return out;
}

}  // namespace loopbaankaart::atlas

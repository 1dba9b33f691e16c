#include <algorithm>
#include <cmath>
#include <numbers>

#include "stops.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double drawings_apart = mark_size + 3;  // from the middle of one to that of another
constexpr double off_feet = 27;                   // and to where one stands

// How little a point pleases; less is better. A flag flies above where one stands, so under it comes first.
double displeasure(const Rooms& rooms, pen::Point stand, pen::Point at) {
    return std::max(0.0, mark_size / 2 - rooms.clearance(at)) * 12 + pen::distance(stand, at) + (at.y < stand.y - 10 ? 40 : 0);
}

bool is_free(const std::vector<Stop>& stops, const std::vector<std::vector<pen::Point>>& taken, pen::Point at) {
    constexpr double edge = sheet_margin + mark_size;
    if (at.x < edge || at.y < edge || at.x > sheet_width - edge || at.y > sheet_height - edge) return false;
    const auto clear_of = [&](pen::Point other, double away) { return pen::distance(other, at) >= away; };
    return std::ranges::all_of(stops, [&](const Stop& stop) { return clear_of(stop.at, off_feet - 1); }) &&
           std::ranges::all_of(taken, [&](const auto& spots) { return std::ranges::all_of(spots, [&](pen::Point spot) { return clear_of(spot, drawings_apart); }); });
}

std::vector<pen::Point> around(pen::Point stand) {
    std::vector<pen::Point> points;
    for (const double away : {off_feet, off_feet + 16, off_feet + 32, off_feet + 50})
        for (int turn = 0; turn < 16; ++turn) {
            const double angle = turn * std::numbers::pi / 8;
            points.push_back({stand.x + away * std::cos(angle), stand.y + away * std::sin(angle)});
        }
    return points;
}

}  // namespace

std::vector<std::vector<pen::Point>> free_beside(const Rooms& rooms, const std::vector<Stop>& stops) {
    std::vector<std::vector<pen::Point>> taken(stops.size());
    for (std::size_t round = 0; round < spots_beside; ++round)  // in turns: no stop takes the room of the next
        for (std::size_t stop = 0; stop < stops.size(); ++stop) {
            std::vector<pen::Point> points = around(stops[stop].at);
            std::erase_if(points, [&](pen::Point at) { return !is_free(stops, taken, at); });
            if (points.empty()) continue;
            taken[stop].push_back(*std::ranges::min_element(points, {}, [&](pen::Point at) { return displeasure(rooms, stops[stop].at, at); }));
        }
    return taken;
}

}  // namespace loopbaankaart::atlas

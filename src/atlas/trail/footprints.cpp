#include "footprints.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loopbaankaart::atlas {

namespace {

constexpr double first_step = 20, stride = 12;  // units before a stop
constexpr int steps_each = 5;
constexpr double from_trail = 9, feet_apart = 4.5;  // from the middle of the trail; between left and right

pen::Point moved(pen::Point at, double toward, double length) { return {at.x + std::cos(toward) * length, at.y + std::sin(toward) * length}; }

// To the nearest of the lines, at most 30.
double away_from(const std::vector<TrailLine>& lines, pen::Point at) {
    double least = 900;
    for (const TrailLine& line : lines)
        for (const pen::Point& on : line.points) least = std::min(least, (on.x - at.x) * (on.x - at.x) + (on.y - at.y) * (on.y - at.y));
    return std::sqrt(least);
}

bool touches(const std::vector<Print>& prints, pen::Point at, double away) {
    return std::ranges::any_of(prints, [&](const Print& print) { return pen::distance(print.at, at) < away; });
}

std::string pieces(const std::vector<Print>& prints, double from, double to) {
    std::string data;
    for (const Print& print : prints) data += pen::write({moved(print.at, print.toward, from * print.size), moved(print.at, print.toward, to * print.size)}, pen::Ends::open);
    return data;
}

}  // namespace

std::vector<Print> steps_beside(const TrailGround& ground, const std::vector<TrailLine>& lines) {
    std::vector<Print> prints;
    for (const TrailLine& line : lines)
        for (const Reached& reached : line.reached) {
            if (!reached.stayed) continue;
            double walked = 0, next = first_step;
            int made = 0;
            for (std::size_t i = reached.point; i > 0 && made < steps_each; --i) {
                walked += pen::distance(line.points[i], line.points[i - 1]);
                if (walked < next) continue;
                next += stride;
                const double toward = pen::direction(line.points[i - 1], line.points[i]);
                const pen::Point at = moved(line.points[i], toward + std::numbers::pi / 2, from_trail + (made % 2 == 0 ? 0 : feet_apart));
                ++made;
                if (ground.rooms().clearance(at) < 3 || away_from(lines, at) < 7.5 || touches(prints, at, 9)) continue;
                prints.push_back({at, toward + 0.3 * (pen::chance(at.x, at.y) - 0.5)});
            }
        }
    return prints;
}

std::vector<Print> pair_at(const TrailGround& ground, const Stop& stop, const std::vector<TrailLine>& lines) {
    constexpr double away = 15;
    const pen::Point middle{(stop.body.left + stop.body.right) / 2, stop.body.low - 8};
    const double home = pen::direction(stop.at, middle);
    pen::Point best = moved(stop.at, home, away);
    double least = 1e9;
    for (int turn = 0; turn < 12; ++turn) {
        const double toward = home + turn * std::numbers::pi / 6;
        const pen::Point at = moved(stop.at, toward, away);
        double sum = 3 * pen::angle_between(toward, home);
        for (const Room& label : ground.labels())
            if (at.x > label.left - 9 && at.x < label.right + 9 && at.y > label.top - 8 && at.y < label.low + 8) sum += 100;
        sum += 2 * std::max(0.0, 14 - away_from(lines, at));
        if (sum >= least) continue;
        least = sum;
        best = at;
    }
    return pair_on(best);
}

std::vector<Print> pair_on(pen::Point at) {
    constexpr double toward = -0.5;  // up and to the right, as one who walks into the sheet
    const pen::Point left = moved(at, toward - std::numbers::pi / 2, 4.2), right = moved(at, toward + std::numbers::pi / 2, 4.2);
    return {{moved(left, toward, -2), toward, pair_size}, {moved(right, toward, 3), toward + 0.15, pair_size}};
}

std::string soles(const std::vector<Print>& prints) { return pieces(prints, 0.4, 3.6); }
std::string heels(const std::vector<Print>& prints) { return pieces(prints, -4.6, -4); }
std::string whole_feet(const std::vector<Print>& prints) { return pieces(prints, -4.2, 3.6); }

}  // namespace loopbaankaart::atlas

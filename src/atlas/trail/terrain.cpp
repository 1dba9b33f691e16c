#include "terrain.hpp"

#include "ground.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace loopbaankaart::atlas {

namespace {

constexpr double coarse_side = 6;  // of a square, units
constexpr std::ptrdiff_t coarse_across = static_cast<std::ptrdiff_t>(sheet_width / coarse_side), coarse_down = static_cast<std::ptrdiff_t>(sheet_height / coarse_side) + 1;
constexpr std::size_t squares = static_cast<std::size_t>(coarse_across * coarse_down);

// What a unit of way costs. What is closed is only very dear: on any sheet there is a way from everywhere to everywhere.
constexpr double open = 1, narrow = 1.6, tight = 4, shore = 2.2, bare = 1.5, water = 5, in_the_way = 10, closed = 200;
constexpr double from_coast = 14, from_rooms = 14, close_by = 8, too_close = least_clearance - 0.5, from_frame = 22;

std::size_t square_at(pen::Point at) {
    const auto x = std::clamp(static_cast<std::ptrdiff_t>(at.x / coarse_side), std::ptrdiff_t{0}, coarse_across - 1), y = std::clamp(static_cast<std::ptrdiff_t>(at.y / coarse_side), std::ptrdiff_t{0}, coarse_down - 1);
    return static_cast<std::size_t>(y * coarse_across + x);
}

pen::Point middle_of(std::size_t square) {
    const auto place = static_cast<std::ptrdiff_t>(square);
    return {(static_cast<double>(place % coarse_across) + 0.5) * coarse_side, (static_cast<double>(place / coarse_across) + 0.5) * coarse_side};
}

// The squares within `away` of a line cost at least this.
void raise_along(std::vector<double>& effort, const Outline& line, double away, double cost) {
    for (const pen::Point& at : line)
        for (double y = at.y - away; y <= at.y + away; y += coarse_side)
            for (double x = at.x - away; x <= at.x + away; x += coarse_side) {
                double& one = effort[square_at({x, y})];
                one = std::max(one, cost);
            }
}

constexpr float diagonal = 1.41421356F;

struct ReachedSquare {
    float effort;
    std::uint32_t square;
};

// What is reached waits in drawers by whole units of effort (Dial, 1969). Within a drawer the order may be wrong: then a square comes twice.
class Drawers {
public:
    void put(ReachedSquare one) {
        drawers_[static_cast<std::size_t>(one.effort) % drawers_.size()].push_back(one);
        ++waiting_;
    }
    bool empty() const { return waiting_ == 0; }
    ReachedSquare take() {
        while (drawers_[open_].empty()) open_ = (open_ + 1) % drawers_.size();
        const ReachedSquare one = drawers_[open_].back();
        drawers_[open_].pop_back();
        --waiting_;
        return one;
    }

private:
    static constexpr std::size_t most = 2048;
    static_assert(closed * coarse_side * diagonal < most);  // no step may reach round to the open drawer
    std::vector<std::vector<ReachedSquare>> drawers_{most};
    std::size_t open_ = 0, waiting_ = 0;
};

}  // namespace

Terrain::Terrain(const Sheet& sheet, const Rooms& rooms, const Rooms& firm) : effort_(squares, open) {
    for (std::size_t square = 0; square < squares; ++square) {
        const pen::Point at = middle_of(square);
        double& effort = effort_[square];
        if (within(sheet.unknown, at)) effort = bare;
        if (!on_land(sheet, at)) effort = water;
        const double clearance = rooms.clearance(at);
        if (clearance < from_rooms) effort = std::max(effort, narrow);
        const bool on_frame = at.x < sheet_margin + from_frame || at.x > sheet_width - sheet_margin - from_frame || at.y < sheet_margin + from_frame || at.y > sheet_height - sheet_margin - from_frame;
        if (clearance < close_by) effort = std::max(effort, tight);
        if (clearance < too_close) effort = std::max(effort, in_the_way);
        if (on_frame || firm.clearance(at) < too_close) effort = closed;
    }
    for (const Land& land : sheet.lands) raise_along(effort_, land.coast, from_coast, shore);
    raise_along(effort_, sheet.river.course, sheet.river.to + 3, water);
}

double Terrain::effort(pen::Point from, pen::Point to) const {
    const double length = pen::distance(from, to);
    const int steps = std::max(1, static_cast<int>(std::ceil(length / (coarse_side / 2))));
    double sum = 0;
    for (int step = 0; step < steps; ++step) {
        const double part = (step + 0.5) / steps;
        sum += effort_[square_at({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part})];
    }
    return sum * length / steps;
}

// Dijkstra's algorithm (1959).
Reach Terrain::reach(pen::Point start) const {
    struct Step {
        std::ptrdiff_t x, y;
        float length;
    };
    constexpr std::array<Step, 8> around{{{1, 0, 1}, {-1, 0, 1}, {0, 1, 1}, {0, -1, 1}, {1, 1, diagonal}, {-1, 1, diagonal}, {1, -1, diagonal}, {-1, -1, diagonal}}};
    const std::size_t from = square_at(start);
    Reach reach{std::vector<float>(squares, std::numeric_limits<float>::max()), std::vector<std::size_t>(squares, from), start};
    Drawers ends;
    reach.effort[from] = 0;
    ends.put({0, static_cast<std::uint32_t>(from)});
    while (!ends.empty()) {
        const auto [effort, square] = ends.take();
        if (effort > reach.effort[square]) continue;
        const std::ptrdiff_t x = square % coarse_across, y = square / coarse_across;
        for (const Step& step : around) {
            if (x + step.x < 0 || x + step.x >= coarse_across || y + step.y < 0 || y + step.y >= coarse_down) continue;
            const auto next = static_cast<std::size_t>((y + step.y) * coarse_across + x + step.x);
            const float found = effort + step.length * static_cast<float>(effort_[square] + effort_[next]) / 2;
            if (found >= reach.effort[next]) continue;
            reach.effort[next] = found;
            reach.before[next] = square;
            ends.put({found, static_cast<std::uint32_t>(next)});
        }
    }
    return reach;
}

double Terrain::effort_to(const Reach& reach, pen::Point to) { return reach.effort[square_at(to)]; }

// Pulled tight: from each point straight to the furthest that costs no more to reach so.
Outline Terrain::straightened(const Outline& way) const {
    constexpr double slack = 1.02;
    Outline tight{way.front()};
    std::size_t from = 0;
    while (from + 1 < way.size()) {
        std::size_t best = from + 1;
        double along = effort(way[from], way[from + 1]);
        for (std::size_t to = from + 2; to < way.size(); ++to) {
            along += effort(way[to - 1], way[to]);
            if (effort(way[from], way[to]) <= along * slack) best = to;
        }
        tight.push_back(way[best]);
        from = best;
    }
    return tight;
}

Outline Terrain::way(const Reach& reach, pen::Point to) const {
    const std::size_t start = square_at(reach.from);
    Outline way{to};
    for (std::size_t square = reach.before[square_at(to)]; square != start; square = reach.before[square]) way.push_back(middle_of(square));
    way.push_back(reach.from);
    std::ranges::reverse(way);
    return straightened(way);
}

}  // namespace loopbaankaart::atlas

#include "trail.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "../sheet/smooth.hpp"
#include "band.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double firmly = 60;        // how a band is held at its stops
constexpr double turning_circle = 7; // units, where one goes back the way one came
constexpr double about_turn = 2.2;   // radians: from here on one turns around

struct Step {
    std::size_t stop = 0;
    bool stayed = false;  // or only passed
};
using Walk = std::vector<Step>;
using Stretches = std::set<std::pair<std::size_t, std::size_t>>;  // from stop to stop

// The last stays and all that was passed between them.
Walk whole_walk(const TrailGround& ground, const std::vector<StopStay>& stays) {
    Walk walk;
    for (std::size_t i = stays.size() - std::min(stays.size(), most_joined); i < stays.size(); ++i) {
        const std::size_t stop = stays[i].stop;
        if (walk.empty()) walk.push_back({stop, true});
        if (walk.back().stop == stop) continue;
        const std::vector<std::size_t> passed = ground.passed(walk.back().stop, stop);
        for (std::size_t k = 1; k < passed.size(); ++k) walk.push_back({passed[k], passed[k] == stop});
    }
    return walk;
}

// The same, without what was walked before in the same direction.
std::vector<Walk> new_walks(const Walk& whole) {
    Stretches walked;
    std::vector<Walk> walks;
    bool lifted = true;
    for (std::size_t i = 1; i < whole.size(); ++i) {
        if (!walked.emplace(whole[i - 1].stop, whole[i].stop).second) {
            lifted = true;
            continue;
        }
        if (lifted) walks.push_back({whole[i - 1]});
        walks.back().push_back(whole[i]);
        lifted = false;
    }
    return walks;
}

Stretches stretches_of(const Walk& whole) {
    Stretches all;
    for (std::size_t i = 1; i < whole.size(); ++i) all.emplace(whole[i - 1].stop, whole[i].stop);
    return all;
}

pen::Point toward(pen::Point from, pen::Point to, double length) {
    const double away = std::max(pen::distance(from, to), 0.01);
    return {(to.x - from.x) / away * length, (to.y - from.y) / away * length};
}

struct Made {
    Band band;
    std::vector<Reached> reached;
};

class BandMaker {
public:
    BandMaker(const TrailGround& ground, const Stretches& stretches, const std::set<std::size_t>& stayed) : ground_{ground}, stretches_{stretches}, stayed_{stayed} {}

    Made made(const Walk& walk) {
        hold(ground_.stops()[walk.front().stop].at);
        reach(walk.front());
        for (std::size_t i = 1; i < walk.size(); ++i) {
            const std::size_t from = walk[i - 1].stop, to = walk[i].stop;
            const Outline way = ground_.way(from, to);
            const std::size_t passed = band_.points.size() - 1;
            go(way, aside(from, to));
            if (i > 1 && band_.held[passed] == 0) cut_short(passed);
            const pen::Point stop = way.back(), before = way[way.size() - 2];
            if (i + 1 == walk.size()) {
                hold(stop);
            } else {
                const std::size_t on = walk[i + 1].stop;
                const pen::Point next = ground_.way(to, on)[1];
                if (walk[i].stayed && pen::angle_between(pen::direction(before, stop), pen::direction(stop, next)) > about_turn) turn_around(stop, before);
                else pass(stop, toward(before, next, std::max(aside(from, to), aside(to, on))), stayed_.contains(to) ? firmly : 0);
            }
            reach(walk[i]);
        }
        return {std::move(band_), std::move(reached_)};
    }

private:
    void reach(const Step& step) { reached_.push_back({step.stop, band_.points.size() - 1, step.stayed}); }
    // To its right, as on the way there and on.
    void pass(pen::Point at, pen::Point ahead, double held) {
        band_.points.push_back({at.x - ahead.y, at.y + ahead.x});
        band_.held.push_back(held);
    }
    // Who passes does not go up to where others stand and back: where the way on runs beside the way there, one goes straight on.
    void cut_short(std::size_t passed) {
        constexpr double beside = 16;  // units
        const std::size_t before = reached_[reached_.size() - 2].point;
        std::size_t less = 0;
        while (before + less + 2 < passed && passed + less + 2 < band_.points.size()) {
            const pen::Point there = band_.points[passed - less - 1], on = band_.points[passed + less + 1];
            if (pen::distance(there, on) > beside || ground_.firm_rooms().clearance({(there.x + on.x) / 2, (there.y + on.y) / 2}) < least_clearance) break;
            ++less;
        }
        if (less == 0) return;
        const auto erase = [&](auto& list) { list.erase(list.begin() + static_cast<std::ptrdiff_t>(passed - less), list.begin() + static_cast<std::ptrdiff_t>(passed + less)); };
        erase(band_.points);
        erase(band_.held);
        reached_.back().point = passed - less;
    }
    // How far aside one keeps, to the right, so that the way back runs beside the way there.
    double aside(std::size_t from, std::size_t to) const { return stretches_.contains({to, from}) ? lane / 2 : 0; }
    void hold(pen::Point at) {
        band_.points.push_back(at);
        band_.held.push_back(firmly);
    }
    void go(const Outline& way, double to_the_right) {
        for (std::size_t i = 1; i < way.size(); ++i) {
            const double length = pen::distance(way[i - 1], way[i]);
            const int steps = std::max(1, static_cast<int>(std::floor(length / band_step + 0.5)));
            const pen::Point ahead = toward(way[i - 1], way[i], 1);
            for (int step = i == 1 ? 1 : 0; step < steps; ++step) {
                const double walked = length * step / steps;
                band_.points.push_back({way[i - 1].x + ahead.x * walked - ahead.y * to_the_right, way[i - 1].y + ahead.y * walked + ahead.x * to_the_right});
                band_.held.push_back(0);
            }
        }
    }
    void turn_around(pen::Point stop, pen::Point before) {
        const pen::Point ahead = toward(before, stop, turning_circle);
        hold({stop.x - ahead.y, stop.y + ahead.x});
        hold({stop.x + ahead.x, stop.y + ahead.y});
        hold({stop.x + ahead.y, stop.y - ahead.x});
    }

    const TrailGround& ground_;
    const Stretches& stretches_;
    const std::set<std::size_t>& stayed_;
    Band band_;
    std::vector<Reached> reached_;
};

// Smooth, with the stops where they now are in it.
TrailLine fine_line(const Band& band, std::vector<Reached> reached) {
    constexpr double fine = 3;
    TrailLine line{smooth(band.points, Run::open, fine), std::move(reached)};
    std::size_t point = 0;
    for (Reached& one : line.reached) {
        while (pen::distance(line.points[point], band.points[one.point]) > 1e-6) ++point;
        one.point = point;
    }
    return line;
}

}  // namespace

std::vector<TrailLine> trail(const TrailGround& ground, const std::vector<StopStay>& stays) {
    std::vector<Band> bands;
    std::vector<std::vector<Reached>> reached;
    const Walk whole = whole_walk(ground, stays);
    const Stretches stretches = stretches_of(whole);
    std::set<std::size_t> stayed;
    for (const StopStay& stay : stays) stayed.insert(stay.stop);
    for (const Walk& walk : new_walks(whole)) {
        Made made = BandMaker{ground, stretches, stayed}.made(walk);
        bands.push_back(std::move(made.band));
        reached.push_back(std::move(made.reached));
    }
    settle(bands, ground.rooms(), ground.firm_rooms(), least_clearance);
    std::vector<TrailLine> lines;
    for (std::size_t i = 0; i < bands.size(); ++i) lines.push_back(fine_line(bands[i], std::move(reached[i])));
    return lines;
}

}  // namespace loopbaankaart::atlas

#include "ground.hpp"

#include <algorithm>
#include <limits>

#include "stops.hpp"
#include "terrain.hpp"

namespace loopbaankaart::atlas {

namespace {

enum class Which { all, firm };

std::vector<Room> rooms_of(const Sheet& sheet, const std::vector<Spot>& spots, const std::vector<Room>& labels, Which which) {
    std::vector<Room> rooms = labels;
    for (const Spot& spot : spots)
        if (which == Which::all || !spot.place.empty()) std::ranges::copy(spot.body, std::back_inserter(rooms));
    for (const Standing& one : sheet.adrift) rooms.push_back(room_of(one));
    for (const Mountain& one : sheet.mountains) {
        constexpr int slices = 4;
        for (int slice = 1; slice <= slices; ++slice) {
            const double half = one.height * 0.5 * slice / slices, low = one.at.y - one.height * (slices - slice) / slices;
            rooms.push_back({one.at.x - half, low - one.height / slices, one.at.x + half, low});
        }
    }
    return rooms;
}

using Efforts = std::vector<std::vector<double>>;  // from stop to stop

// Whether one would sooner go by way of a third stop, a little longer as that may be.
bool is_by_way_of_another(const Efforts& efforts, std::size_t from, std::size_t to) {
    constexpr double slack = 1.1;
    const double direct = efforts[from][to];
    for (std::size_t other = 0; other < efforts.size(); ++other) {
        const double there = efforts[from][other], on = efforts[other][to];
        if (other != from && other != to && there < direct && on < direct && there + on < slack * direct) return true;  // both shorter: so no stop is cut off
    }
    return false;
}

}  // namespace

TrailGround::TrailGround(const Sheet& sheet, const std::vector<Spot>& spots, const std::vector<Room>& labels) : labels_{labels}, rooms_{rooms_of(sheet, spots, labels, Which::all)}, firm_{rooms_of(sheet, spots, labels, Which::firm)} {
    const Terrain terrain{sheet, rooms_, firm_};
    const Reach from_middle = terrain.reach({sheet_width / 2, sheet_height / 2});
    std::vector<Reach> reaches;
    for (const Spot& spot : spots) {
        if (spot.place.empty() || spot.body.empty()) continue;
        stops_.push_back({spot.place, standing_at(sheet, rooms_, from_middle, stops_, spot.body), all_of(spot.body)});
        reaches.push_back(terrain.reach(stops_.back().at));
    }
    beside_ = free_beside(rooms_, stops_);
    const std::size_t count = stops_.size();
    Efforts efforts(count, std::vector<double>(count, 0));
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = 0; to < from; ++to) efforts[from][to] = efforts[to][from] = Terrain::effort_to(reaches[from], stops_[to].at);
    ways_.resize(count);
    next_.assign(count, std::vector<std::size_t>(count));
    Efforts least(count, std::vector<double>(count, std::numeric_limits<double>::infinity()));
    for (std::size_t from = 0; from < count; ++from) {
        least[from][from] = 0;
        ways_[from].resize(from);
        for (std::size_t to = 0; to < from; ++to) {
            if (is_by_way_of_another(efforts, from, to)) continue;
            ways_[from][to] = terrain.way(reaches[from], stops_[to].at);
            least[from][to] = least[to][from] = efforts[from][to];
            next_[from][to] = to;
            next_[to][from] = from;
        }
    }
    for (std::size_t by = 0; by < count; ++by)  // Floyd and Warshall (1962)
        for (std::size_t from = 0; from < count; ++from)
            for (std::size_t to = 0; to < count; ++to) {
                if (least[from][by] + least[by][to] >= least[from][to]) continue;
                least[from][to] = least[from][by] + least[by][to];
                next_[from][to] = next_[from][by];
            }
}

std::vector<std::size_t> TrailGround::passed(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> all{from};
    while (all.back() != to) all.push_back(next_[all.back()][to]);
    return all;
}

std::optional<std::size_t> TrailGround::stop_of(std::string_view place) const {
    const auto found = std::ranges::find(stops_, place, &Stop::place);
    if (found == stops_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - stops_.begin());
}

Outline TrailGround::way(std::size_t from, std::size_t to) const {
    Outline way = ways_[std::max(from, to)][std::min(from, to)];
    if (from < to) std::ranges::reverse(way);
    return way;
}

}  // namespace loopbaankaart::atlas

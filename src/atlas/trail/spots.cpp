#include <algorithm>
#include <cmath>
#include <optional>

#include "silhouette.hpp"
#include "stops.hpp"

namespace loopbaankaart::atlas {

std::vector<Spot> spots_of(const Sheet& sheet, const Drawings& drawings, const std::vector<SetLabel>& labels) {
    std::vector<Spot> spots;
    const auto spot_of = [&](std::string_view place) { return std::ranges::find(spots, place, &Spot::place); };
    // Nobody walks to the house within a wall: one stands beside its name.
    const auto walled = [&](const Standing& one) { return std::ranges::any_of(sheet.landmarks, [&](const Standing& larger) { return stands_in(one, larger); }); };
    for (const Standing& one : sheet.landmarks) {
        const bool is_place = !walled(one) && std::ranges::any_of(labels, [&](const SetLabel& label) { return label.label.place == one.place; });
        spots.push_back({is_place && spot_of(one.place) == spots.end() ? one.place : "", silhouette(drawings, one)});
    }
    for (const SetLabel& label : labels)
        if (spot_of(label.label.place) == spots.end()) spots.push_back({label.label.place, {label.room()}});
    return spots;
}

namespace {

constexpr double from_foot = 14;     // units from the foot to where one stands
constexpr double room_to_stand = 9;  // clear on all sides

// The lower part of a body: higher up it may be wider, as a tree is.
Room foot_of(const std::vector<Room>& body) {
    const Room all = all_of(body);
    const double from = all.low - std::max(12.0, (all.low - all.top) * 0.3);
    Room foot{all.right, from, all.left, all.low};
    for (const Room& room : body)
        if (room.low >= from) foot = {std::min(foot.left, room.left), from, std::max(foot.right, room.right), all.low};
    return foot;
}

// How little a point pleases as somewhere to stand at a body; less is better.
double displeasure(const Sheet& sheet, const Rooms& rooms, const Reach& from_middle, const std::vector<Stop>& taken, const Room& foot, pen::Point at) {
    double sum = std::abs(at.y - foot.low) * 1.5 + std::max({0.0, foot.left - at.x, at.x - foot.right});
    sum += 3 * std::max(0.0, std::abs(at.y - foot.low) - 30);
    const double clearance = rooms.clearance(at);
    sum += std::max(0.0, room_to_stand - clearance) * 25 + (clearance < 6 ? 400 : 0) + Terrain::effort_to(from_middle, at) * 0.1;
    for (const Stop& other : taken) sum += std::max(0.0, 45 - pen::distance(other.at, at)) * 2;
    for (const pen::Point& probe : {at, pen::Point{at.x - 14, at.y}, pen::Point{at.x + 14, at.y}, pen::Point{at.x, at.y + 14}})
        if (!on_land(sheet, probe)) sum += 25;
    if (!on_land(sheet, at)) sum += 90;
    for (const pen::Point& course : sheet.river.course)
        if (pen::distance(course, at) < 18) return sum + 60;
    return sum;
}

}  // namespace

Room all_of(const std::vector<Room>& rooms) {
    Room all = rooms.front();
    for (const Room& one : rooms) all = {std::min(all.left, one.left), std::min(all.top, one.top), std::max(all.right, one.right), std::max(all.low, one.low)};
    return all;
}

pen::Point standing_at(const Sheet& sheet, const Rooms& rooms, const Reach& from_middle, const std::vector<Stop>& taken, const std::vector<Room>& body) {
    const Room foot = foot_of(body);
    std::optional<pen::Point> best;
    double least = 0;
    const auto consider = [&](pen::Point at) {
        constexpr double edge = sheet_margin + 20;
        at = {std::clamp(at.x, edge, sheet_width - edge), std::clamp(at.y, edge, sheet_height - edge)};
        const double found = displeasure(sheet, rooms, from_middle, taken, foot, at);
        if (best && found >= least) return;
        best = at;
        least = found;
    };
    for (const double away : {from_foot, from_foot + 6, from_foot + 14, from_foot + 24})
        for (const double up : {6.0, 0.0, -8.0, 14.0, 24.0, -16.0, 36.0, 50.0, 70.0}) {
            consider({foot.right + away, foot.low - up});
            consider({foot.left - away, foot.low - up});
        }
    for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8, 0.72, 0.9, 0.05, 0.95})
        for (const double under : {room_to_stand, from_foot, from_foot + 40, from_foot + 60}) consider({foot.left + (foot.right - foot.left) * part, foot.low + under});
    return *best;
}

}  // namespace loopbaankaart::atlas

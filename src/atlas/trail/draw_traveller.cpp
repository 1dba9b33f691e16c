#include "draw_traveller.hpp"

#include <algorithm>
#include <map>

#include "flag.hpp"
#include "footprints.hpp"

namespace loopbaankaart::atlas {

namespace {

std::string trail_data(const std::vector<TrailLine>& lines) {
    constexpr double tolerance = 0.8, tremble = 0.3;
    std::string data;
    for (const TrailLine& line : lines) {
        Outline drawn = pen::simplify(line.points, tolerance);
        for (pen::Point& at : drawn) at = pen::wobble(at, 0.7, tremble);
        data += pen::write(drawn, pen::Ends::open);
    }
    return data;
}

}  // namespace

TravellerDrawing draw_traveller(const TrailGround& ground, const std::vector<StopStay>& stays, std::string_view flag_words) {
    if (stays.empty()) return {};
    std::vector<StopStay> in_order;
    std::ranges::copy_if(stays, std::back_inserter(in_order), &StopStay::dated);
    const std::vector<TrailLine> lines = trail(ground, in_order);
    std::map<std::size_t, bool> here;  // by stop
    for (const StopStay& stay : stays) here[stay.stop] |= stay.here;
    std::vector<Print> pairs;
    std::vector<const Stop*> flags;
    for (const auto& [stop, is_here] : here) {
        if (is_here) flags.push_back(&ground.stops()[stop]);
        else std::ranges::copy(pair_at(ground, ground.stops()[stop], lines), std::back_inserter(pairs));
    }
    std::ranges::stable_sort(flags, {}, [](const Stop* stop) { return stop->at.y; });

    const std::vector<Print> steps = steps_beside(ground, lines);
    TravellerDrawing drawing{.way = trail_data(lines), .soles = soles(steps), .heels = heels(steps),
                             .pair_soles = soles(pairs), .pair_heels = heels(pairs), .whole_feet = whole_feet(pairs), .flags = {}};
    for (const Stop* stop : flags) drawing.flags.push_back(draw_flag(ground, *stop, flag_words));
    return drawing;
}

}  // namespace loopbaankaart::atlas

#include "draw_traveller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "flag.hpp"
#include "footprints.hpp"
#include "paint.hpp"

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

std::string path(const std::string& paint, const std::string& data, std::string_view extra = "") {
    return data.empty() ? "" : fmt::format("<path{}{} d=\"{}\"/>", paint, extra, data);
}

}  // namespace

std::string draw_traveller(const TrailGround& ground, const std::vector<Stay>& stays, const TravellerLook& look) {
    if (stays.empty()) return "";
    const std::vector<TrailLine> lines = trail(ground, stays);
    std::map<std::size_t, bool> here;  // by stop
    for (const Stay& stay : stays) here[stay.stop] |= stay.here;
    std::vector<Print> pairs;
    std::vector<const Stop*> flags;
    for (const auto& [stop, is_here] : here) {
        if (is_here) flags.push_back(&ground.stops()[stop]);
        else std::ranges::copy(pair_at(ground, ground.stops()[stop], lines), std::back_inserter(pairs));
    }
    std::ranges::stable_sort(flags, {}, [](const Stop* stop) { return stop->at.y; });

    const Paint paint{look.paper};
    constexpr double of_pair = 1.5, halo = 2.8;
    const std::string way = trail_data(lines);
    const std::vector<Print> steps = steps_beside(ground, lines);
    std::string svg = path(paint(part::casing, 8), way, " opacity=\".85\"") + path(paint(part::trail, 3.6), way, " stroke-dasharray=\"9 7.5\"");
    svg += path(paint(part::steps, sole_width), soles(steps)) + path(paint(part::steps, heel_width), heels(steps));
    svg += path(paint(part::casing, sole_width * of_pair + halo), whole_feet(pairs));
    svg += path(paint(part::steps, sole_width * of_pair), soles(pairs)) + path(paint(part::steps, heel_width * of_pair), heels(pairs));
    for (const Stop* stop : flags) svg += draw_flag(ground, *stop, look.flag_words, paint);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"traveller\" viewBox=\"0 0 {:g} {:g}\" aria-hidden=\"true\" fill=\"none\" stroke-linecap=\"round\" "
                       "stroke-linejoin=\"round\">{}</svg>", sheet_width, sheet_height, svg);
}

}  // namespace loopbaankaart::atlas

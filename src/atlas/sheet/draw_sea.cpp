#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

struct WaterLine {
    double width, opacity;  // the line; the water inside it is a little lighter
    double light;           // 0–1
};
constexpr std::array<WaterLine, 4> water_lines{{{58, 0.17, 0}, {42, 0.25, 0.25}, {28, 0.34, 0.25}, {15, 0.46, 0.5}}};
constexpr int most_waves = 130;
constexpr double waves_apart = 34, waves_from_land = 36;

std::string every_coast(const Sheet& sheet) {
    std::string data;
    for (const Land& land : sheet.lands) data += closed_path(land.coast);
    return data;
}

bool near_land(const Sheet& sheet, pen::Point at) {
    for (int turn = 0; turn < 8; ++turn) {
        const double angle = turn * 0.7854;
        if (on_land(sheet, {at.x + waves_from_land * std::cos(angle), at.y + waves_from_land * std::sin(angle)})) return true;
    }
    return on_land(sheet, at);
}

bool under_a_ship(const Sheet& sheet, pen::Point at) {
    return std::ranges::any_of(sheet.adrift, [&](const Standing& one) {
        return std::abs(at.x - one.at.x) < one.width * 0.55 && at.y < one.at.y + 14 && at.y > one.at.y - one.width * 0.8;
    });
}

bool under_a_name(const SheetWords& words, pen::Point at) {
    return std::ranges::any_of(words.kept_free, [&](const Room& room) { return at.x > room.left - 14 && at.x < room.right + 14 && at.y > room.top - 6 && at.y < room.low + 8; });
}

// Small waves where there is room, without a pattern that the eye finds.
void draw_waves(Canvas& canvas) {
    base::SeededRandomness randomness{1};
    const auto part = [&] { return static_cast<double>(randomness.below(10'000)) / 10'000; };
    std::vector<pen::Point> waves;
    std::string data;
    for (int turn = 0; turn < 4000 && waves.size() < most_waves; ++turn) {
        const pen::Point at{44 + 912 * part(), 44 + 1326 * part()};
        const auto close = [&](const pen::Point& other) { return pen::distance(at, other) < waves_apart; };
        if (std::ranges::any_of(waves, close) || near_land(canvas.sheet, at) || under_a_ship(canvas.sheet, at) || under_a_name(canvas.words, at)) continue;
        waves.push_back(at);
        const double size = 0.8 + 0.5 * part();
        data += fmt::format("M{:.1f} {:.1f}q{:.1f} {:.1f} {:.1f} 0q{:.1f} {:.1f} {:.1f} 0", at.x - 8 * size, at.y, 4 * size, -5 * size, 8 * size, 4 * size, -5 * size, 8 * size);
    }
    canvas.stroke(data, "ripple", 0.9, 0.5);
}

}  // namespace

// Everything that follows the coast is one path, used again and again.
void draw_sea(Canvas& canvas) {
    canvas.defs += fmt::format("<radialGradient id=\"sea\" gradientUnits=\"userSpaceOnUse\" cx=\"500\" cy=\"720\" r=\"860\"><stop offset=\".45\" stop-color=\"{}\"/>"
                               "<stop offset=\"1\" stop-color=\"{}\"/></radialGradient>", canvas.hex("open-sea"), canvas.hex("far-sea"));
    canvas.defs += fmt::format("<path id=\"coast\" d=\"{}\"/><clipPath id=\"land\"><use href=\"#coast\"/></clipPath>", every_coast(canvas.sheet));
    canvas.layers.raw("<rect width=\"1000\" height=\"1414\" fill=\"url(#sea)\"/>");
    const std::string shallow = canvas.hex("shallow"), sea = canvas.hex("open-sea"), ripple = canvas.hex("ripple");
    for (const double width : {104.0, 88.0, 72.0})  // the shallows shine through, more and more
        canvas.layers.raw(fmt::format("<use href=\"#coast\" fill=\"none\" stroke=\"{}\" stroke-opacity=\".22\" stroke-width=\"{:g}\"/>", shallow, width));
    for (const auto& [width, opacity, light] : water_lines) {
        canvas.layers.raw(fmt::format("<use href=\"#coast\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"{:g}\" stroke-width=\"{:g}\"/>", ripple, opacity, width));
        canvas.layers.raw(fmt::format("<use href=\"#coast\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:g}\"/>", pen::mixed(sea, shallow, light), width - 1.5));
    }
    draw_waves(canvas);
}

}  // namespace loopbaankaart::atlas

#include "chart_style.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "../sheet/standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double trimmed = 0.08;         // of its width on either side: drawings do not fill their boxes
constexpr double trimmed_inside = 0.2;  // where it stands in another, which must stay in reach around it

// What can be pressed: the drawing, or where there is none, the name.
Room spot_of(const Chart& chart, const Standing* standing, const SetLabel& label) {
    if (standing == nullptr) return label.room();
    const bool inside = std::ranges::any_of(chart.sheet().landmarks, [&](const Standing& other) { return stands_in(*standing, other); });
    const Room room = room_of(*standing);
    const double in = (inside ? trimmed_inside : trimmed) * (room.right - room.left);
    return {room.left + in, room.top + in, room.right - in, inside ? standing->at.y : room.low};
}

}  // namespace

std::string chart_style(const Chart& chart, base::Language language) {
    std::string style;
    for (const SetLabel& one : chart.labels(language)) {
        const Room spot = spot_of(chart, chart.standing(one.label.place), one);
        const auto letters = letters_of(one.label);
        style += fmt::format("#plek-{}{{--l:{:.1f};--t:{:.1f};--w:{:.1f};--h:{:.1f};--x:{:.1f};--y:{:.1f};--s:{:g};--b:{:g}{}}}\n", one.label.place, spot.left, spot.top, spot.right - spot.left,
                             spot.low - spot.top, one.label.at.x - spot.left, one.label.at.y - spot.top, one.label.size, letters.weight, letters.leaning ? ";--i:oblique 11deg;--a:.06em;--c:var(--forest)" : "");
    }
    return style;
}

}  // namespace loopbaankaart::atlas

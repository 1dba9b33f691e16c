#include "chart_style.hpp"

#include <fmt/format.h>

#include "../sheet/standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double trimmed = 0.08;  // of its width on either side: drawings do not fill their boxes

// What can be pressed: the drawing, or where there is none, the name.
Room spot_of(const Standing* standing, const SetLabel& label) {
    if (standing == nullptr) return label.room();
    Room room = room_of(*standing);
    const double in = trimmed * (room.right - room.left);
    return {room.left + in, room.top + in, room.right - in, room.low};
}

}  // namespace

std::string chart_style(const Chart& chart, base::Language language) {
    std::string style;
    for (const SetLabel& one : chart.labels(language)) {
        const Room spot = spot_of(chart.standing(one.label.place), one);
        const auto letters = letters_of(one.label);
        style += fmt::format("#plek-{}{{--l:{:.1f};--t:{:.1f};--w:{:.1f};--h:{:.1f};--x:{:.1f};--y:{:.1f};--s:{:g};--b:{:g}{}}}\n", one.label.place, spot.left, spot.top, spot.right - spot.left,
                             spot.low - spot.top, one.label.at.x - spot.left, one.label.at.y - spot.top, one.label.size, letters.weight, letters.leaning ? ";--i:oblique 11deg;--a:.06em;--c:var(--forest)" : "");
    }
    return style;
}

}  // namespace loopbaankaart::atlas

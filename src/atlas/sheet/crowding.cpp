#include "crowding.hpp"

#include <algorithm>

#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

bool touch(const Room& one, const Room& other) { return one.left < other.right && other.left < one.right && one.top < other.low && other.top < one.low; }

// Whether a straight line runs through the room: what is left of it after cutting it off at each side in turn.
bool runs_through(const Room& room, pen::Point from, pen::Point to) {
    double first = 0, last = 1;
    const auto cut = [&](double start, double step, double low, double high) {
        if (step == 0) return start > low && start < high;
        const double one = (low - start) / step, other = (high - start) / step;
        first = std::max(first, std::min(one, other));
        last = std::min(last, std::max(one, other));
        return first < last;
    };
    return cut(from.x, to.x - from.x, room.left, room.right) && cut(from.y, to.y - from.y, room.top, room.low);
}

bool runs_through(const Room& room, const pen::Ring& ring) {
    for (std::size_t i = ring.closed ? 0 : 1; i < ring.points.size(); ++i)
        if (runs_through(room, ring.points[i == 0 ? ring.points.size() - 1 : i - 1], ring.points[i])) return true;
    return false;
}

// Drawings may reach a little out of their box.
Room with_overhang(const Standing& standing) {
    const Room room = room_of(standing);
    const double out = standing.width * 0.1;
    return {room.left - out, room.top - out, room.right + out, room.low + out};
}

}  // namespace

std::vector<Crowded> crowded(const std::vector<SetLabel>& names, const Sheet& sheet, const Drawings& drawings, double larger) {
    std::vector<Crowded> found;
    for (const SetLabel& name : names)
        for (const SetLabel& other : names) {
            if (&other == &name) break;
            if (touch(name.room(larger), other.room(larger))) found.push_back({&name, &other});
        }
    const pen::Parts parts = pen::parts_of(*drawings.parts);
    for (const auto* standings : {&sheet.landmarks, &sheet.adrift})
        for (const Standing& one : *standings) {
            const auto near = [&](const SetLabel& name) { return touch(name.room(larger), with_overhang(one)); };
            if (std::ranges::none_of(names, near)) continue;
            const std::vector<pen::Ring> rings = pen::outlines_of(*drawings.sources.at(one.landmark), parts, placed(one));
            for (const SetLabel& name : names)
                if (near(name) && std::ranges::any_of(rings, [&](const pen::Ring& ring) { return runs_through(name.room(larger), ring); })) found.push_back({&name, nullptr, &one});
        }
    return found;
}

bool on_sheet(const Room& room) {
    return room.left > sheet_margin && room.right < sheet_width - sheet_margin && room.top > sheet_margin && room.low < sheet_height - sheet_margin;
}

}  // namespace loopbaankaart::atlas

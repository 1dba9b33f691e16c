#include <algorithm>
#include <cmath>

#include <base/base.hpp>

#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double from_river = 16, from_edge = 0.8;  // units; part of the distance to a neighbour
constexpr int tries_each = 30;

bool overlaps(const Room& room, pen::Point at, double margin) {
    return at.x > room.left - margin && at.x < room.right + margin && at.y > room.top && at.y < room.low + margin * 1.6;
}

// 0 up to 1.
double part_of(base::Randomness& randomness) { return static_cast<double>(randomness.below(1 << 20)) / (1 << 20); }

class Ground {
public:
    Ground(const Sheet& sheet, const std::vector<Room>& kept_free) : sheet_{sheet}, kept_free_{kept_free} {}

    bool free(pen::Point at, double apart) const {
        const double edge = apart * from_edge;
        for (const pen::Point& probe : {at, pen::Point{at.x - edge, at.y}, pen::Point{at.x + edge, at.y}, pen::Point{at.x, at.y - apart}, pen::Point{at.x, at.y + 5}})
            if (!on_land(sheet_, probe)) return false;
        if (within(sheet_.unknown, at) || at.x > sheet_width - sheet_margin - 20) return false;
        const auto close = [&](const pen::Point& other) { return pen::distance(other, at) < from_river; };
        if (std::ranges::any_of(sheet_.river.course, close)) return false;
        for (const Standing& standing : sheet_.landmarks)
            if (overlaps(room_of(standing), at, apart * 0.3)) return false;
        for (const Room& room : kept_free_)
            if (at.x > room.left - apart * 0.6 && at.x < room.right + apart * 0.6 && at.y > room.top - 2 && at.y < room.low + apart * 1.3) return false;
        for (const Mountain& mountain : sheet_.mountains)
            if (std::abs(at.x - mountain.at.x) < mountain.height * 0.6 && at.y < mountain.at.y + 8 && at.y > mountain.at.y - mountain.height) return false;
        for (const Field& field : sheet_.fields)
            if (within(field.corners, at) || within(field.corners, {at.x, at.y - 8})) return false;
        return std::ranges::none_of(taken_, [&](const Taken& other) { return std::hypot(other.at.x - at.x, (other.at.y - at.y) * 1.5) < (other.apart + apart) / 2; });
    }
    void take(pen::Point at, double apart) { taken_.push_back({at, apart}); }

private:
    struct Taken {
        pen::Point at;
        double apart;
    };
    const Sheet& sheet_;
    const std::vector<Room>& kept_free_;
    std::vector<Taken> taken_;
};

}  // namespace

std::vector<Grown> grow(const Sheet& sheet, const std::vector<Room>& kept_free) {
    Ground ground{sheet, kept_free};
    std::vector<Grown> all;
    std::uint64_t seed = 0;
    for (const Growth& growth : sheet.growths) {
        base::SeededRandomness randomness{++seed};  // each growth its own: a change to one leaves the others where they stand
        int found = 0;
        for (int turn = 0; turn < growth.count * tries_each && found < growth.count; ++turn) {
            const double angle = 6.2832 * part_of(randomness), reach = std::sqrt(part_of(randomness));
            const pen::Point at{growth.at.x + growth.width * reach * std::cos(angle), growth.at.y + growth.height * reach * std::sin(angle)};
            if (!ground.free(at, growth.apart)) continue;
            ground.take(at, growth.apart);
            ++found;
            const std::string colour = growth.colours.empty() ? "" : growth.colours[randomness.below(growth.colours.size())];
            all.push_back({growth.part, colour, at, growth.size * (0.8 + 0.4 * part_of(randomness))});
        }
    }
    return all;
}

}  // namespace loopbaankaart::atlas

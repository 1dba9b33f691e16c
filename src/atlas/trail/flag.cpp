#include "flag.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace loopbaankaart::atlas {

namespace {

constexpr std::array<double, 3> poles{66, 48, 32};  // units high: shorter where a name hangs above
constexpr double cloth = 23;
constexpr double letter = 6.6, notch = 10;

// Cloth is as long as its words.
double length_of(std::string_view words) {
    const auto letters = std::ranges::count_if(words, [](char sign) { return (static_cast<unsigned char>(sign) & 0xC0U) != 0x80U; });
    return 12 + letter * static_cast<double>(letters) + notch;
}

double shared(const Room& one, const Room& other) {
    return std::max(0.0, std::min(one.right, other.right) - std::max(one.left, other.left)) * std::max(0.0, std::min(one.low, other.low) - std::max(one.top, other.top));
}

// How a flag stands, and how long its cloth is.
struct Stand {
    double pole, side, length;  // side: 1 flies to the right, -1 to the left
};

// What the flag would hide, standing so; names count most, and lie over it.
double hidden(const TrailGround& ground, pen::Point at, const Stand& stand) {
    const double top = at.y - stand.pole, end = at.x + stand.side * stand.length;
    const Room flying{std::min(at.x, end), top - 4, std::max(at.x, end), top + cloth + 4}, staff{at.x - 3, top, at.x + 3, at.y - 4};
    double sum = flying.left < sheet_margin || flying.right > sheet_width - sheet_margin ? 1e6 : 0;
    for (const Room& label : ground.labels()) sum += 6 * shared(flying, label) + 20 * shared(staff, label);
    for (const Stop& stop : ground.stops()) sum += shared(flying, stop.body);
    return sum;
}

// The tallest that hides least.
Stand stand_at(const TrailGround& ground, pen::Point at, double length) {
    std::vector<Stand> stands;
    for (const double pole : poles)
        for (const double side : {1.0, -1.0}) stands.push_back({pole, side, length});
    return *std::ranges::min_element(stands, {}, [&](const Stand& stand) { return hidden(ground, at, stand); });
}

// Waving cloth with a notch, from the top of its pole.
std::string cloth_at(pen::Point top, double length, double side) {
    const auto at = [&](double along, double down, bool corner = false) { return pen::wobble({top.x + side * along, top.y + down, corner}, 1.3, 0.5); };
    const std::vector<pen::Point> edge{at(1, 0, true), at(length * 0.25, -2.6), at(length * 0.5, 0), at(length * 0.75, 2), at(length, -0.6, true),
                                       at(length - notch, cloth / 2, true), at(length, cloth - 0.6, true), at(length * 0.75, cloth + 2), at(length * 0.5, cloth), at(length * 0.25, cloth - 2.6), at(1, cloth, true)};
    return pen::write(edge, pen::Ends::closed);
}

}  // namespace

Flag draw_flag(const TrailGround& ground, const Stop& stop, std::string_view words) {
    const pen::Point at = stop.at;
    const auto [pole, side, length] = stand_at(ground, at, length_of(words));
    const pen::Point top{at.x, at.y - pole};
    return {.foot = at,
            .knob = {top.x, top.y - 2},
            .words = {at.x + side * (length - notch * 0.6) / 2, top.y + cloth / 2 + flag_letters * 0.34},
            .pole = pen::write({at, pen::wobble({at.x, at.y - pole * 0.3}, 0.4, 0.5), pen::wobble({at.x, at.y - pole * 0.7}, 0.4, 0.5), {top.x, top.y - 1}}, pen::Ends::open),
            .cloth = cloth_at(top, length, side)};
}

}  // namespace loopbaankaart::atlas

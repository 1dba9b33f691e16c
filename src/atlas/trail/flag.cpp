#include "flag.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace loopbaankaart::atlas {

namespace {

constexpr double pole = 66, cloth = 23;  // units high
constexpr double letter = 6.6, notch = 10, letters_size = 13;

// Cloth is as long as its words.
double length_of(std::string_view words) {
    const auto letters = std::ranges::count_if(words, [](char sign) { return (static_cast<unsigned char>(sign) & 0xC0U) != 0x80U; });
    return 12 + letter * static_cast<double>(letters) + notch;
}

double shared(const Room& one, const Room& other) {
    return std::max(0.0, std::min(one.right, other.right) - std::max(one.left, other.left)) * std::max(0.0, std::min(one.low, other.low) - std::max(one.top, other.top));
}

// What the cloth would hide, flying to one side; names count most.
double hidden(const TrailGround& ground, pen::Point at, double length, double side) {
    const Room room{std::min(at.x, at.x + side * length), at.y - pole - 4, std::max(at.x, at.x + side * length), at.y - pole + cloth + 4};
    double sum = room.left < sheet_margin || room.right > sheet_width - sheet_margin ? 1e6 : 0;
    for (const Room& label : ground.labels()) sum += 6 * shared(room, label);
    for (const Stop& stop : ground.stops()) sum += shared(room, stop.body);
    return sum;
}

std::string escaped(std::string_view words) {
    std::string text;
    for (const char sign : words) {
        if (sign == '<') text += "&lt;";
        else if (sign == '&') text += "&amp;";
        else text += sign;
    }
    return text;
}

// Waving cloth with a notch, from the top of its pole.
std::string cloth_at(pen::Point top, double length, double side) {
    const auto at = [&](double along, double down, bool corner = false) { return pen::wobble({top.x + side * along, top.y + down, corner}, 1.3, 0.5); };
    const std::vector<pen::Point> edge{at(1, 0, true), at(length * 0.25, -2.6), at(length * 0.5, 0), at(length * 0.75, 2), at(length, -0.6, true),
                                       at(length - notch, cloth / 2, true), at(length, cloth - 0.6, true), at(length * 0.75, cloth + 2), at(length * 0.5, cloth), at(length * 0.25, cloth - 2.6), at(1, cloth, true)};
    return pen::write(edge, pen::Ends::closed);
}

std::string ellipse(pen::Point at, double across, double down, const std::string& paint) {
    return fmt::format("<ellipse{} cx=\"{:.1f}\" cy=\"{:.1f}\" rx=\"{:g}\" ry=\"{:g}\"/>", paint, at.x, at.y, across, down);
}

}  // namespace

std::string draw_flag(const TrailGround& ground, const Stop& stop, std::string_view words, const Paint& paint) {
    const pen::Point at = stop.at, top{at.x, at.y - pole};
    const double length = length_of(words), side = hidden(ground, at, length, 1) <= hidden(ground, at, length, -1) ? 1 : -1;
    const std::string staff = pen::write({at, pen::wobble({at.x, at.y - pole * 0.3}, 0.4, 0.5), pen::wobble({at.x, at.y - pole * 0.7}, 0.4, 0.5), {top.x, top.y - 1}}, pen::Ends::open);
    std::string svg = ellipse(at, 7, 2.9, paint(part::foot, 1.8));
    svg += fmt::format("<path{} d=\"{}\"/><path{} d=\"{}\"/>", paint(part::pole, 2.8), staff, paint(part::flag, 1.8), cloth_at(top, length, side));
    svg += ellipse({top.x, top.y - 2}, 3, 3, paint(part::knob, 1.2));
    svg += fmt::format("<text{}{} x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" font-size=\"{:g}\" font-weight=\"700\">{}</text>", paint(part::words), paint.letters(),
                       at.x + side * (length - notch * 0.6) / 2, top.y + cloth / 2 + letters_size * 0.34, letters_size, escaped(words));
    return svg;
}

}  // namespace loopbaankaart::atlas

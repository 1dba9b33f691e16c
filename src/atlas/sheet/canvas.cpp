#include "canvas.hpp"

#include <fmt/format.h>

#include <cmath>

namespace loopbaankaart::atlas {

namespace {

// A number of tenths in as few signs as can be: 5 is ".5".
std::string number(long tenths) {
    std::string text = fmt::format("{}", static_cast<double>(tenths) / 10);
    if (const std::size_t zero = text.find("0."); zero == 0 || (zero == 1 && text[0] == '-')) text.erase(zero, 1);
    return text;
}

// Two numbers; a minus parts them as well as a space does.
std::string pair(long x, long y) { return number(x) + (y < 0 ? "" : " ") + number(y); }

std::string opacity_of(std::string_view what, double opacity) { return opacity >= 1 ? "" : fmt::format(" {}-opacity=\"{:.2f}\"", what, opacity); }

}  // namespace

void Canvas::stroke(const std::string& data, const std::string& name, double width, double opacity, std::string_view extra) {
    layers.path(colour(name) + " line", data, fmt::format(" stroke-width=\"{:g}\"{}{}", width, opacity_of("stroke", opacity), extra));
}

void Canvas::fill(const std::string& data, const std::string& name, double opacity) { layers.path(colour(name), data, opacity_of("fill", opacity)); }

void Canvas::ink(const Outline& line, double width) { layers.path("dark", pen::ink_outline({line, false}, width, 1.3)); }

std::string closed_path(const Outline& outline, double tolerance) { return pen::write(pen::simplify(outline, tolerance), pen::Ends::closed); }

std::string open_path(const Outline& outline, double tolerance) { return pen::write(pen::simplify(outline, tolerance), pen::Ends::open); }

void Strokes::add(pen::Point from, double across, double down) {
    const long x = std::lround(from.x * 10), y = std::lround(from.y * 10), dx = std::lround(across * 10), dy = std::lround(down * 10);
    data_ += fmt::format("{}{}", data_.empty() ? 'M' : 'm', pair(x - x_, y - y_));
    data_ += dx == 0 ? "v" + number(dy) : dy == 0 ? "h" + number(dx) : "l" + pair(dx, dy);
    x_ = x + dx;
    y_ = y + dy;
}

Outline with_corners(Outline outline) {
    for (pen::Point& point : outline) point.corner = true;
    return outline;
}

}  // namespace loopbaankaart::atlas

#include "canvas.hpp"

#include <fmt/format.h>

namespace loopbaankaart::atlas {

namespace {

std::string opacity_of(std::string_view what, double opacity) { return opacity >= 1 ? "" : fmt::format(" {}-opacity=\"{:.2f}\"", what, opacity); }

}  // namespace

void Canvas::stroke(const std::string& data, const std::string& name, double width, double opacity, std::string_view extra) {
    layers.path(colour(name) + " line", data, fmt::format(" stroke-width=\"{:g}\"{}{}", width, opacity_of("stroke", opacity), extra));
}

void Canvas::fill(const std::string& data, const std::string& name, double opacity) { layers.path(colour(name), data, opacity_of("fill", opacity)); }

void Canvas::ink(const Outline& line, double width) { layers.path("dark", pen::ink_outline({line, false}, width, 1.3)); }

std::string closed_path(const Outline& outline, double tolerance) { return pen::write(pen::simplify(outline, tolerance), pen::Ends::closed); }

std::string open_path(const Outline& outline, double tolerance) { return pen::write(pen::simplify(outline, tolerance), pen::Ends::open); }

Outline with_corners(Outline outline) {
    for (pen::Point& point : outline) point.corner = true;
    return outline;
}

}  // namespace loopbaankaart::atlas

// How the pen draws one shape, by its roles.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include <pen/words.hpp>

#include "../geometry/path.hpp"
#include "../geometry/path_reader.hpp"
#include "../source/shape.hpp"
#include "drawing.hpp"

namespace loopbaankaart::pen {

namespace {

struct Outline {
    std::string_view role;
    double width;
};
constexpr std::array<Outline, 2> outlines{{{"great", 1.95}, {"ink", 1.35}}};  // drawn as filled outlines
constexpr std::array<std::string_view, 2> thin{"part", "fine"};               // drawn as plain strokes; widths in the style sheet
constexpr double exact = 0.08, loose = 0.4;                                    // units a line may be simplified by
constexpr double shortest_swelling = 16;                                       // units; in a shorter stroke nobody sees the pen swell

std::string_view thin_role(const Element& element) {
    for (const std::string_view role : thin)
        if (element.is(role)) return role;
    return {};
}

std::string_view outline_role(const Element& element) {
    for (const Outline& outline : outlines)
        if (element.is(outline.role)) return outline.role;
    return {};
}

std::vector<Ring> each(std::vector<Ring> rings, const auto& change) {
    for (Ring& ring : rings)
        for (Point& point : ring.points) point = change(point);
    return rings;
}

std::string classes(std::initializer_list<std::string_view> names) {
    std::string all;
    for (const std::string_view name : names)
        if (!name.empty()) all += fmt::format("{}{}", all.empty() ? "" : " ", name);
    return all;
}

std::string closed(const std::vector<Ring>& rings, double tolerance) {
    std::string data;
    for (const Ring& ring : rings) data += write(simplify(ring.points, tolerance), Ends::closed);
    return data;
}

std::string opacity_of(const Element& element) {
    return element["data-opacity"].empty() ? "" : fmt::format(" opacity=\"{}\"", element.number("data-opacity", 1));
}

std::string short_number(double value) {
    const double tenths = std::floor(value * 10 + 0.5) / 10;
    return fmt::format("{}", tenths);
}

// "3 4" grown like the line itself; nothing when it cannot be read.
std::string dashes_of(std::string_view written, double scale) {
    constexpr std::size_t most_dashes = 16;
    std::string dashes;
    std::size_t count = 0;
    for (PathReader reader{written}; !reader.at_end(); ++count) {
        const double length = reader.number() * scale;
        if (!(length >= 0 && length < furthest) || count == most_dashes) return {};  // false for what is no number
        dashes += fmt::format("{}{}", dashes.empty() ? "" : " ", short_number(length));
    }
    return dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes);
}

}  // namespace

void Drawing::shape(const Element& shape, const Matrix& matrix) {
    const auto data = path_data_of(shape);
    if (!data) return mistake(word::shape_unknown, shape.tag, shape.line);
    if (shape.is("glow")) return glow(shape, matrix);
    const auto curves = parse_path(*data);
    if (!curves) return mistake(*curves.error().word, curves.error().about, shape.line);
    if (!within_reach(*curves, matrix, walked_)) return mistake(word::path_too_far, shape.tag, shape.line);
    std::vector<Ring> rings = flatten(*curves, matrix);
    if (shape.is("beam")) return beam(shape, rings, matrix);
    if (rings.empty()) return;

    const double bump = bump_of(shape, matrix.scale());
    if (shape.is("leafy")) std::ranges::transform(rings, rings.begin(), [&](const Ring& ring) { return scallop(ring, bump); });
    const std::string_view colour = colour_of(shape);
    rings = each(std::move(rings), [&](Point point) { return wobble(point, phase_, shape.is("steady") ? steady_wobble : wobble_size); });

    const bool washed = shape.is("wash");
    if (washed && shape.is("leafy") && !outline_role(shape).empty()) crown(rings, colour, outline_role(shape));
    else if (washed && !thin_role(shape).empty()) layers_.path(classes({colour, "both", thin_role(shape)}), write(rings, exact));  // a small part is washed and outlined in one go
    else if (washed) wash(rings, colour, shape);
    if (shape.is("ground")) ground(rings, colour);
    if (shape.is("cast")) fill(rings, "cast", loose);
    if (shape.is("shade")) fill(rings, shape.is("deep") ? "deep" : "shade", 0.3);
    if (shape.is("round")) {
        std::vector<Ring> sides;
        for (const Ring& ring : rings) sides.push_back(crescent(ring, shape.number("data-depth", 0.5)));
        fill(sides, "shade", 0.5);
    }
    if (shape.is("hatch")) layers_.path("hatch", hatch(rings, shape.number("data-angle", 60), shape.number("data-gap", 3)));
    if (shape.is("leaves"))
        for (const Ring& ring : rings) layers_.path("hatch", leaf_marks(ring, shape.number("data-gap", 9)));
    if (shape.is("line")) line(rings, colour, shape, matrix);
    ink(rings, shape);
}

// One outline for the whole crown: ink a little to the lower right, then wash and line over it, so the line is heavier away from the light.
void Drawing::crown(const std::vector<Ring>& rings, std::string_view colour, std::string_view weight) {
    const std::string id = fmt::format("{}-c{}", name_, ++made_);
    layers_.raw(fmt::format("<defs><path id=\"{0}\" d=\"{1}\"/></defs><use href=\"#{0}\" class=\"dark\" x=\".8\" y=\".9\"/><use href=\"#{0}\" class=\"{2}\"/>", id,
                            write(rings, 0.12), classes({colour, "both", weight})));
    drawn_.roles.emplace(weight);
}

void Drawing::fill(const std::vector<Ring>& rings, std::string_view role, double tolerance) {
    layers_.path(role, closed(rings, tolerance));
    drawn_.roles.emplace(role);
}

void Drawing::wash(const std::vector<Ring>& rings, std::string_view colour, const Element& element) {
    const std::string_view clear = element["data-opacity"];
    const std::string opacity = clear.empty() ? "" : fmt::format(" fill-opacity=\"{}\"", element.number("data-opacity", 1));
    const std::string_view rule = element["fill-rule"] == "evenodd" ? " fill-rule=\"evenodd\"" : "";
    layers_.path(colour, closed(each(rings, brush), loose), opacity + std::string{rule});
}

// Ground is water colour on wet paper: a pale edge and a fuller middle, no line.
void Drawing::ground(const std::vector<Ring>& rings, std::string_view colour) {
    drawn_.roles.emplace("pale");
    drawn_.grounds.emplace(colour);
    for (const Ring& ring : rings) {
        Point middle;
        for (const Point& point : ring.points) middle = {middle.x + point.x, middle.y + point.y};
        const auto count = static_cast<double>(ring.points.size());
        middle = {middle.x / count, middle.y / count};
        for (const double grown : {1.0, 0.88}) {
            std::vector<Point> points;
            for (const Point& point : ring.points)
                points.push_back(wobble({middle.x + (point.x - middle.x) * grown, middle.y + (point.y - middle.y) * grown}, phase_ + grown, 1.3));
            layers_.path(classes({colour, "pale"}), write(simplify(points, loose), Ends::closed));
        }
    }
}

void Drawing::line(const std::vector<Ring>& rings, std::string_view colour, const Element& element, const Matrix& matrix) {
    const double width = element.number("stroke-width", 1) * matrix.scale();
    const std::string_view cap = element["stroke-linecap"];
    const std::string ends = cap == "butt" || cap == "square" ? fmt::format(" stroke-linecap=\"{}\"", cap) : "";
    const std::string dashes = dashes_of(element["stroke-dasharray"], matrix.scale());
    const std::string data = write(rings, exact);
    if (element.is("cased")) layers_.path("dark line", data, fmt::format(" stroke-width=\"{}\"{}", short_number(width + 1.7), ends));
    const std::string_view own = !colour.empty() ? colour : element.is("dark") ? "dark" : "";
    layers_.path(classes({own, "line"}), data, fmt::format(" stroke-width=\"{}\"{}{}", short_number(width), ends, dashes + opacity_of(element)));
}

void Drawing::ink(const std::vector<Ring>& rings, const Element& element) {
    const bool washed = element.is("wash");
    for (const Outline& outline : outlines) {
        if (!element.is(outline.role) || (washed && element.is("leafy"))) continue;
        std::string swelling, plain;
        for (const Ring& ring : rings)
            for (const Stroke& stroke : strokes(ring)) {
                if (stroke.loop || length_of(stroke) > shortest_swelling) swelling += ink_outline(stroke, outline.width, phase_);
                else plain += write(simplify(stroke.points, exact), Ends::open);
            }
        layers_.path("dark", std::move(swelling), opacity_of(element));
        layers_.path(classes({"dark line", outline.role}), std::move(plain), opacity_of(element));
    }
    if (const std::string_view role = thin_role(element); !role.empty() && !washed) layers_.path(classes({"dark", role}), write(rings, exact), opacity_of(element));
}

void Drawing::glow(const Element& element, const Matrix& matrix) {
    const Point at = matrix.apply({element.number("cx"), element.number("cy")});
    const double radius = element.number("r") * matrix.scale();
    const bool near = std::abs(at.x) < furthest && std::abs(at.y) < furthest && radius >= 0 && radius < furthest;  // false for what is no number
    if (!near) return mistake(word::path_too_far, element.tag, element.line);
    drawn_.roles.emplace("glow");
    layers_.raw(fmt::format("<circle class=\"glow\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"url(#{}-glow)\"/>", at.x, at.y,
                            radius, name_));
}

// Light that thins out with distance from cx, cy to r.
void Drawing::beam(const Element& element, const std::vector<Ring>& rings, const Matrix& matrix) {
    const Point at = matrix.apply({element.number("cx"), element.number("cy")});
    drawn_.roles.emplace("glow");
    const std::string id = fmt::format("{}-b{}", name_, ++made_);
    layers_.raw(fmt::format("<radialGradient id=\"{0}\" gradientUnits=\"userSpaceOnUse\" cx=\"{1}\" cy=\"{2}\" r=\"{3}\"><stop stop-color=\"#FFD768\" stop-opacity=\".55\"/>"
                            "<stop offset=\"1\" stop-color=\"#FFD768\" stop-opacity=\"0\"/></radialGradient><path class=\"glow\" style=\"fill:url(#{0})\" d=\"{4}\"/>",
                            id, short_number(at.x), short_number(at.y), short_number(element.number("r") * matrix.scale()), write(rings, 0.2)));
}

}  // namespace loopbaankaart::pen

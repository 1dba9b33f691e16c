#include "plain_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace loopbaankaart::pen {

namespace {

constexpr std::array<std::string_view, 15> roles{"wash",  "great", "ink",    "part",   "fine", "shade", "round", "hatch",
                                                 "leafy", "leaves", "ground", "cast", "line",  "glow",  "beam"};
constexpr std::array<std::string_view, 16> geometry{"cx", "cy", "d", "height", "points", "r", "rx", "ry", "transform", "width", "x", "x1", "x2", "y", "y1", "y2"};

// Units of the sheet.
constexpr double faintest = 0.02;        // opacity
constexpr double thinnest = 0.5;         // a coloured line
constexpr double heaviest_ink = 2.8;     // a dark stroke wider than this is a thing of its own: a pole, a trunk
constexpr double dark_below = 0.45;      // strength of a colour
constexpr double least_area = 0.3;       // less is a line, not a surface
constexpr double small = 14, large = 12; // small things are drawn steadily; of what is large to both sides a side lies in the shade
constexpr double depth_of_shade = 0.3;

double area_of(const std::vector<Ring>& rings) {
    double all = 0;
    for (const Ring& ring : rings) {
        double sum = 0;
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            const Point p = ring.points[i], q = ring.points[(i + 1) % ring.points.size()];
            sum += p.x * q.y - q.x * p.y;
        }
        all += std::abs(sum) / 2;
    }
    return all;
}

Element bare(const Element& element) {
    Element shape{.tag = element.tag, .line = element.line};
    for (const std::string_view name : geometry)
        if (const std::string_view value = element[name]; !value.empty()) shape.attributes.emplace(name, value);
    return shape;
}

void give(Element& shape, std::string_view name, double value) { shape.attributes.insert_or_assign(std::string{name}, fmt::format("{:.3f}", value)); }

bool is_small(const PlainShape& shape) {
    const Bounds bounds = bounds_of(shape.rings);
    return std::max(bounds.width(), bounds.height()) < small;
}

double fill_opacity(const PlainShape& shape) { return shape.fill->opacity * shape.look.fill_opacity * shape.look.opacity; }
double stroke_opacity(const PlainShape& shape) { return shape.stroke->opacity * shape.look.stroke_opacity * shape.look.opacity; }
double stroke_width(const PlainShape& shape) { return shape.look.stroke_width * shape.scale; }

std::string_view weight_of(double width) { return width >= 1.6 ? "great" : width >= 1.1 ? "ink" : width >= 0.8 ? "part" : "fine"; }

Element filled(const PlainShape& shape, const Palette& palette) {
    Element wash = bare(shape.element);
    wash.classes = {"wash", name_of(palette, shape.fill->colour)};
    const Bounds bounds = bounds_of(shape.rings);
    const double opacity = fill_opacity(shape);
    if (opacity < 1) give(wash, "data-opacity", opacity);
    if (shape.look.fill_rule == "evenodd") wash.attributes.emplace("fill-rule", "evenodd");
    if (is_small(shape)) wash.classes.emplace_back("steady");
    else if (shape.rings.size() == 1 && opacity == 1 && std::min(bounds.width(), bounds.height()) > large) {
        wash.classes.emplace_back("round");
        give(wash, "data-depth", depth_of_shade);
    }
    return wash;
}

Element stroked(const PlainShape& shape, const Palette& palette) {
    Element line = bare(shape.element);
    const Look& look = shape.look;
    const double width = stroke_width(shape), opacity = stroke_opacity(shape);
    const bool dashed = !look.stroke_dasharray.empty() && look.stroke_dasharray != "none";
    const bool dark = strength_of(shape.stroke->colour) < dark_below && width <= heaviest_ink;
    if (opacity < 1) give(line, "data-opacity", opacity);
    if (is_small(shape)) line.classes.emplace_back("steady");
    if (dark && !dashed) {
        line.classes.emplace_back(weight_of(width));
        return line;
    }
    line.classes.emplace_back("line");
    line.classes.emplace_back(dark ? "dark" : name_of(palette, shape.stroke->colour));
    give(line, "stroke-width", std::max(width, thinnest) / shape.scale);
    if (dashed) line.attributes.emplace("stroke-dasharray", look.stroke_dasharray);
    if (!look.stroke_linecap.empty()) line.attributes.emplace("stroke-linecap", look.stroke_linecap);
    else line.attributes.emplace("stroke-linecap", "butt");
    return line;
}

}  // namespace

bool has_role(const Element& element) {
    return std::ranges::any_of(roles, [&](std::string_view role) { return element.is(role); });
}

bool is_filled(const PlainShape& shape) {
    return shape.fill && fill_opacity(shape) > faintest && shape.element.tag != "line" && area_of(shape.rings) > least_area;
}

bool is_stroked(const PlainShape& shape) { return shape.stroke && stroke_opacity(shape) > faintest && stroke_width(shape) > 0.01; }

std::vector<Element> with_roles(const PlainShape& shape, const Palette& palette) {
    std::vector<Element> drawn;
    if (is_filled(shape)) drawn.push_back(filled(shape, palette));
    if (is_stroked(shape)) drawn.push_back(stroked(shape, palette));
    return drawn;
}

}  // namespace loopbaankaart::pen

#include "shape.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "../geometry/path_reader.hpp"

namespace loopbaankaart::pen {

namespace {

std::string ellipse(double x, double y, double rx, double ry) {
    return fmt::format("M{} {}A{} {} 0 0 1 {} {}A{} {} 0 0 1 {} {}Z", x - rx, y, rx, ry, x + rx, y, rx, ry, x - rx, y);
}

std::string rectangle(const Element& shape) {
    const double x = shape.number("x"), y = shape.number("y"), width = shape.number("width"), height = shape.number("height");
    const double rx = std::min(std::max(shape.number("rx"), shape.number("ry")), std::min(width, height) / 2);
    if (rx <= 0) return fmt::format("M{} {}h{}v{}h{}Z", x, y, width, height, -width);
    return fmt::format("M{} {}h{}a{} {} 0 0 1 {} {}v{}a{} {} 0 0 1 {} {}h{}a{} {} 0 0 1 {} {}v{}a{} {} 0 0 1 {} {}Z", x + rx, y, width - 2 * rx, rx, rx, rx, rx,
                       height - 2 * rx, rx, rx, -rx, rx, 2 * rx - width, rx, rx, -rx, -rx, 2 * rx - height, rx, rx, rx, -rx);
}

std::optional<Matrix> transform_of(std::string_view name, const std::vector<double>& v) {
    const auto at = [&](std::size_t place, double otherwise) { return place < v.size() ? v[place] : otherwise; };
    const auto slope = [&] { return std::tan(v[0] * std::numbers::pi / 180); };
    if (v.empty()) return std::nullopt;
    if (name == "translate") return translation(v[0], at(1, 0));
    if (name == "scale") return scaling(v[0], at(1, v[0]));
    if (name == "rotate") return rotation(v[0], {at(1, 0), at(2, 0)});
    if (name == "skewX") return Matrix{1, 0, slope(), 1, 0, 0};
    if (name == "skewY") return Matrix{1, slope(), 0, 1, 0, 0};
    if (name == "matrix" && v.size() == 6) return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
    return std::nullopt;
}

}  // namespace

std::optional<std::string> path_data_of(const Element& shape) {
    if (shape.tag == "path") return std::string{shape["d"]};
    if (shape.tag == "rect") return rectangle(shape);
    if (shape.tag == "circle") return ellipse(shape.number("cx"), shape.number("cy"), shape.number("r"), shape.number("r"));
    if (shape.tag == "ellipse") return ellipse(shape.number("cx"), shape.number("cy"), shape.number("rx"), shape.number("ry"));
    if (shape.tag == "line") return fmt::format("M{} {}L{} {}", shape.number("x1"), shape.number("y1"), shape.number("x2"), shape.number("y2"));
    if (shape.tag == "polyline") return fmt::format("M{}", shape["points"]);
    if (shape.tag == "polygon") return fmt::format("M{}Z", shape["points"]);
    return std::nullopt;
}

double bump_of(const Element& shape, double scale) { return std::max(1.5, shape.number("data-bump", 7) * scale); }

std::optional<Matrix> parse_transform(std::string_view text) {
    Matrix matrix;
    for (text = base::trimmed(text); !text.empty();) {
        const std::size_t open = text.find('('), close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
        std::vector<double> values;
        for (PathReader reader{text.substr(open + 1, close - open - 1)}; !reader.at_end();) {
            values.push_back(reader.number());
            if (std::isnan(values.back())) return std::nullopt;
        }
        const auto next = transform_of(base::trimmed(text.substr(0, open)), values);
        if (!next) return std::nullopt;
        matrix = matrix * *next;
        text.remove_prefix(close + 1);
        const std::size_t start = text.find_first_not_of(" \t\r\n,");
        text.remove_prefix(start == std::string_view::npos ? text.size() : start);
    }
    return matrix;
}

}  // namespace loopbaankaart::pen

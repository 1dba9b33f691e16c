#include "drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <pen/words.hpp>

#include "../geometry/path.hpp"
#include "../source/shape.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::size_t stamped_from = 2;  // a part used this often is drawn once and repeated
constexpr int deepest_part = 4;          // parts that use parts

double tremble_of(std::string_view name) {
    double sum = 0;
    for (const char sign : name) sum = sum * 1.7 + static_cast<unsigned char>(sign);
    return 6 * chance(sum, 1);
}

// It becomes part of an id in what is drawn.
bool is_plain(std::string_view id) {
    return std::ranges::all_of(id, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') || sign == '-' || sign == '_';
    });
}

double rounded(double value, double to) { return std::floor(value * to + 0.5) / to; }

}  // namespace

Drawing::Drawing(std::string_view name, const Parts& parts, const Palette& palette)
    : name_{name}, parts_{parts}, palette_{palette}, phase_{tremble_of(name)} {}

Drawn Drawing::draw(const Element& source, std::vector<DrawingMistake>& mistakes, const Matrix& place) {
    mistakes_ = &mistakes;
    count_parts(source, place);
    children(source, place);
    drawn_.body = layers_.take();
    for (const auto& [name, stamp] : stamps_)
        if (!stamp.body.empty()) drawn_.stamps += fmt::format("<g id=\"{}\">{}</g>", stamp.id, stamp.body);
    return std::move(drawn_);
}

void Drawing::mistake(const base::Word& word, std::string_view about, int line) { mistakes_->push_back({&word, std::string{about.substr(0, 60)}, line}); }

Matrix Drawing::placed(const Element& element, const Matrix& matrix) {
    const auto own = parse_transform(element["transform"]);
    if (!own) mistake(word::transform_malformed, element["transform"], element.line);
    return own ? matrix * *own : matrix;
}

const Element* Drawing::part_of(const Element& use, const Matrix& matrix, Matrix& placed) {
    const std::string_view address = use["href"];
    const auto found = parts_.find(address.substr(std::min(address.size(), address.rfind('#') + 1)));
    if (found == parts_.end() || !is_plain(found->first)) {
        mistake(word::part_unknown, address, use.line);
        return nullptr;
    }
    placed = matrix * translation(use.number("x"), use.number("y"));
    return found->second;
}

// Before drawing: how often each part is used, and how large.
void Drawing::count_parts(const Element& element, const Matrix& matrix) {
    for (const Element& child : element.children) {
        const Matrix inner = matrix * parse_transform(child["transform"]).value_or(Matrix{});
        if (child.tag != "use") {
            count_parts(child, inner);
            continue;
        }
        const std::string_view address = child["href"];
        const std::string_view id = address.substr(std::min(address.size(), address.rfind('#') + 1));
        Stamp& stamp = stamps_[std::string{id}];
        stamp.id = fmt::format("{}-{}", name_, id);
        stamp.scales.push_back(inner.scale());
    }
}

void Drawing::children(const Element& element, const Matrix& matrix) {
    for (const Element& child : element.children) {
        if (child.tag == "style" || child.tag == "title" || child.tag == "desc" || child.tag == "defs" || child.tag == "metadata") continue;
        const Matrix inner = placed(child, matrix);
        if (child.tag == "use") use(child, inner);
        else if (child.tag == "g") group(child, inner);
        else shape(child, inner);
    }
}

void Drawing::group(const Element& group, const Matrix& matrix) {
    const std::string_view colour = colour_of(group);
    const std::string_view only = group.is("night") ? "night" : group.is("day") ? "day" : "";
    if (colour.empty() && only.empty()) return children(group, matrix);
    if (!only.empty()) drawn_.roles.emplace(only);
    layers_.raw(fmt::format("<g class=\"{}{}{}\">", only, only.empty() || colour.empty() ? "" : " ", colour));
    children(group, matrix);
    layers_.raw("</g>");
}

void Drawing::use(const Element& use, const Matrix& matrix) {
    Matrix place;
    const Element* part = part_of(use, matrix, place);
    if (part == nullptr || deep_ >= deepest_part) return;
    const auto stamp = stamps_.find((*part)["id"]);
    if (stamp != stamps_.end() && stamp->second.scales.size() >= stamped_from) return repeat(use, place, stamp->second, *part);
    const std::string_view colour = colour_of(use);
    ++deep_;
    if (!colour.empty()) layers_.raw(fmt::format("<g class=\"{}\">", colour));
    children(*part, place);
    if (!colour.empty()) layers_.raw("</g>");
    --deep_;
}

void Drawing::repeat(const Element& use, const Matrix& placed, Stamp& stamp, const Element& part) {
    if (stamp.body.empty()) {
        stamp.scale = std::accumulate(stamp.scales.begin(), stamp.scales.end(), 0.0) / static_cast<double>(stamp.scales.size());
        Layers outer = std::exchange(layers_, Layers{});
        ++deep_;
        children(part, scaling(stamp.scale, stamp.scale));
        --deep_;
        stamp.body = layers_.take();
        layers_ = std::move(outer);
    }
    const std::string_view colour = colour_of(use);
    const auto size = [&](double value) { return rounded(value / stamp.scale, 100); };
    const double a = size(placed.a), b = size(placed.b), c = size(placed.c), d = size(placed.d), x = rounded(placed.e, 10), y = rounded(placed.f, 10);
    std::string place;
    if (b != 0 || c != 0) place = fmt::format("transform=\"matrix({} {} {} {} {} {})\"", a, b, c, d, x, y);
    else if (a == 1 && d == 1) place = fmt::format("x=\"{}\" y=\"{}\"", x, y);
    else if (a == d) place = fmt::format("transform=\"translate({} {})scale({})\"", x, y, a);
    else place = fmt::format("transform=\"translate({} {})scale({} {})\"", x, y, a, d);
    layers_.raw(fmt::format("<use href=\"#{}\" {}{}/>", stamp.id, colour.empty() ? "" : fmt::format("class=\"{}\" ", colour), place));
}

std::string_view Drawing::colour_of(const Element& element) {
    for (const std::string& name : element.classes)
        if (is_colour(palette_, name)) return *drawn_.colours.insert(name).first;
    return {};
}

}  // namespace loopbaankaart::pen

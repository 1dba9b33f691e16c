#include "translator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <pen/words.hpp>

#include "../geometry/path.hpp"
#include "../hand/hand.hpp"
#include "../source/shape.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::size_t heaviest = 2 * largest_source;
constexpr int deepest_part = 4;
constexpr std::size_t most_warnings = 50, most_mistakes = 100;  // so that there is always room for a refusal
constexpr std::array<std::string_view, 13> not_painted{"clipPath", "defs",    "desc",   "filter", "linearGradient", "marker", "mask",
                                                       "metadata", "pattern", "radialGradient", "style", "symbol", "title"};
constexpr std::array<std::string_view, 3> groups{"g", "switch", "svg"};
constexpr std::array<std::string_view, 4> texts{"text", "flowRoot", "tspan", "textPath"};

template <typename Names>
bool among(const Names& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::string as_transform(const Matrix& m) { return fmt::format("matrix({} {} {} {} {} {})", m.a, m.b, m.c, m.d, m.e, m.f); }

}  // namespace

Translator::Translator(const Element& source, const Parts& house, const Palette& palette, std::optional<ViewBox> page)
    : source_{source}, house_{house}, palette_{palette}, page_{page}, own_{parts_of(source)}, rules_{source} {}

std::vector<Element> Translator::run(const Matrix& place) {
    place_ = place;
    bounds_ = {};
    mistakes_.clear();
    count_ = 0;
    weight_ = 0;
    walked_ = 0;
    first_ = true;
    std::vector<Element> drawn;
    children(source_, {place, Look{}.inside(rules_.of(source_)), 0}, drawn);
    return drawn;
}

void Translator::mistake(const base::Word& word, std::string_view about, int line) {
    if (mistakes_.size() < most_mistakes) mistakes_.push_back({&word, std::string{about.substr(0, 60)}, line});
}

// Each kind once.
void Translator::warn(const base::Word& word, std::string_view about, int line) {
    const std::string short_about{about.substr(0, 60)};
    if (std::ranges::any_of(mistakes_, [&](const DrawingMistake& one) { return one.word == &word && one.about == short_about; })) return;
    if (mistakes_.size() < most_warnings) mistakes_.push_back({&word, short_about, line, false});
}

// What is used again and again is walked again and again.
bool Translator::affords(const Element& element) {
    if (count_ > most_elements || weight_ > heaviest) return false;
    ++count_;
    for (const auto& [name, value] : element.attributes) weight_ += value.size();
    const bool fits = count_ <= most_elements && weight_ <= heaviest;
    if (!fits) mistake(word::source_too_much, element.tag, element.line);
    return fits;
}

void Translator::children(const Element& element, const Surroundings& around, std::vector<Element>& drawn) {
    for (const Element& child : element.children)
        if (!among(not_painted, child.tag)) this->element(child, around, drawn);
}

void Translator::element(const Element& element, const Surroundings& around, std::vector<Element>& drawn) {
    if (!affords(element)) return;
    if (around.depth > deepest_element) return mistake(word::source_too_much, element.tag, element.line);
    const auto transform = parse_transform(element["transform"]);
    if (!transform) return mistake(word::transform_malformed, element["transform"], element.line);
    const Declarations own = rules_.of(element);
    const Surroundings inner{around.matrix * *transform, around.look.inside(own), around.depth + 1};
    if (!inner.look.shown) return;
    name_what_is_left_out(element, own, inner.matrix);
    if (among(texts, element.tag)) return mistake(word::text_not_drawn, element.tag, element.line);
    if (element.tag == "use") return use(element, inner, drawn);
    if (among(groups, element.tag)) return group(element, inner, drawn);
    shape(element, inner, drawn);
}

void Translator::group(const Element& element, const Surroundings& inner, std::vector<Element>& drawn) {
    Element group{.tag = "g", .classes = element.classes, .line = element.line};
    const Matrix shift = element.tag == "svg" ? translation(element.number("x"), element.number("y")) : Matrix{};
    if (const std::string_view transform = element["transform"]; !transform.empty()) group.attributes.emplace("transform", transform);
    if (element.tag == "svg") group.attributes.insert_or_assign("transform", as_transform(shift));
    children(element, {inner.matrix * shift, inner.look, inner.depth}, group.children);
    if (!group.children.empty()) drawn.push_back(std::move(group));
}

// A part of the house stays one, so that it is drawn once; a part of the drawing itself is put in its place.
void Translator::use(const Element& element, const Surroundings& inner, std::vector<Element>& drawn) {
    const std::string_view address = element["href"];
    const Matrix shift = translation(element.number("x"), element.number("y"));
    const auto own = own_.find(id_in(address));
    if (own == own_.end()) {
        const auto part = house_.find(address.substr(std::min(address.size(), address.rfind('#') + 1)));
        if (part == house_.end()) return mistake(word::part_unknown, address, element.line);
        measure(*part->second, inner.matrix * shift, 0);
        first_ = false;
        drawn.push_back(element);
        return;
    }
    const auto transform = parse_transform(element["transform"]).value_or(Matrix{});
    Element group{.tag = "g", .classes = element.classes, .line = element.line};
    group.attributes.emplace("transform", as_transform(transform * shift));
    const Surroundings there{inner.matrix * shift, inner.look, inner.depth};
    const Element& part = *own->second;
    if (part.tag == "symbol") children(part, there, group.children);
    else if (!among(not_painted, part.tag)) this->element(part, there, group.children);
    if (!group.children.empty()) drawn.push_back(std::move(group));
}

void Translator::measure(const Element& part, const Matrix& matrix, int depth) {
    if (depth > deepest_element || !affords(part)) return;
    for (const Element& child : part.children) {
        const Matrix inner = matrix * parse_transform(child["transform"]).value_or(Matrix{});
        if (child.tag == "use") {
            const std::string_view address = child["href"];
            const auto used = house_.find(address.substr(std::min(address.size(), address.rfind('#') + 1)));
            if (used != house_.end() && depth < deepest_part) measure(*used->second, inner * translation(child.number("x"), child.number("y")), depth + 1);
        } else if (path_data_of(child) && !child.is("glow")) {
            if (const auto rings = rings_of(child, inner)) bounds_.take(bounds_of(*rings));
        } else {
            measure(child, inner, depth + 1);
        }
    }
}

std::optional<std::vector<Ring>> Translator::rings_of(const Element& element, const Matrix& matrix) {
    const auto data = path_data_of(element);
    if (!data) mistake(word::shape_unknown, element.tag, element.line);
    if (!data) return std::nullopt;
    const auto curves = parse_path(*data);
    if (!curves) {
        mistake(*curves.error().word, curves.error().about, element.line);
        return std::nullopt;
    }
    if (!within_reach(*curves, matrix, walked_)) {
        mistake(word::path_too_far, element.tag, element.line);
        return std::nullopt;
    }
    std::vector<Ring> rings = flatten(*curves, matrix);
    if (element.is("leafy")) std::ranges::transform(rings, rings.begin(), [&](const Ring& ring) { return scallop(ring, bump_of(element, matrix.scale())); });
    return rings;
}

void Translator::shape(const Element& element, const Surroundings& inner, std::vector<Element>& drawn) {
    const auto rings = rings_of(element, inner.matrix);
    if (!rings || rings->empty() || !inner.look.visible) return;
    if (has_role(element)) return role_shape(element, inner.look, bounds_of(*rings), drawn);
    const PlainShape plain{element, inner.look, paint(inner.look.fill, element), paint(inner.look.stroke, element), *rings, inner.matrix.scale()};
    const bool stroked = is_stroked(plain), filled = is_filled(plain);
    if (!stroked && !filled) return;
    const Bounds room = bounds_of(*rings).grown(stroked ? inner.look.stroke_width * plain.scale / 2 : 0);
    const Bounds page = page_at(place_);
    const bool is_paper = std::exchange(first_, false) && filled && !page.empty() && room.grown(page.width() / 100).holds(page);
    if (is_paper) return warn(word::paper_left_out, element.tag, element.line);
    if (!page.empty() && !room.touches(page)) return;
    bounds_.take(room);
    std::ranges::move(with_roles(plain, palette_), std::back_inserter(drawn));
}

// Roles win; a colour that the drawing program gave stands in for one of ours.
void Translator::role_shape(const Element& element, const Look& look, const Bounds& room, std::vector<Element>& drawn) {
    first_ = false;
    if (!element.is("glow")) bounds_.take(room);
    Element shape = element;
    const bool named = std::ranges::any_of(element.classes, [&](const std::string& name) { return is_colour(palette_, name); });
    if (!named && look.painted)
        if (const auto own = paint(element.is("line") ? look.stroke : look.fill, element)) shape.classes.push_back(name_of(palette_, own->colour));
    drawn.push_back(std::move(shape));
}

std::optional<Paint> Translator::paint(const std::string& written, const Element& element) {
    if (written == "none" || written == "transparent") return std::nullopt;
    auto found = paint_of(written, own_, rules_);
    if (!found) warn(word::paint_unknown, written, element.line);
    return found;
}

Bounds Translator::page_at(const Matrix& matrix) const {
    Bounds bounds;
    if (!page_) return bounds;
    for (const double x : {page_->x, page_->x + page_->width})
        for (const double y : {page_->y, page_->y + page_->height}) bounds.take(matrix.apply({x, y}));
    return bounds;
}

void Translator::name_what_is_left_out(const Element& element, const Declarations& own, const Matrix& matrix) {
    for (const auto& [name, value] : own) {
        if (value == "none" || value.empty()) continue;
        if (name == "mask" || (name == "clip-path" && !clips_nothing(value, matrix))) warn(word::clip_left_out, name, element.line);
        if (name == "filter" || name.starts_with("marker-")) warn(word::effect_left_out, name, element.line);
    }
}

// Many programs cut everything off at the edge of the page.
bool Translator::clips_nothing(std::string_view address, const Matrix& matrix) {
    const auto clip = own_.find(id_in(address));
    const Bounds page = page_at(place_);
    if (clip == own_.end() || clip->second->children.size() != 1 || page.empty()) return clip == own_.end();
    const Element& shape = clip->second->children.front();
    const auto data = path_data_of(shape);
    const auto curves = data && affords(shape) ? parse_path(*data) : base::Result<std::vector<Curves>>{std::vector<Curves>{}};
    const Matrix there = matrix * parse_transform(shape["transform"]).value_or(Matrix{});
    return curves && within_reach(*curves, there, walked_) && bounds_of(flatten(*curves, there)).grown(page.width() / 100).holds(page);
}

}  // namespace loopbaankaart::pen

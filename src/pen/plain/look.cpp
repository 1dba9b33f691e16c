#include "look.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "colour.hpp"

namespace loopbaankaart::pen {

namespace {

struct Unit {
    std::string_view name;
    double pixels;
};
constexpr std::array<Unit, 6> units{{{"px", 1}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"pt", 96 / 72.0}, {"pc", 16}}};

// "2", "2px", "0.5mm".
std::optional<double> length(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !(std::abs(value) < 1e6)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const auto unit = std::ranges::find(units, text, &Unit::name);
    return unit == units.end() ? value : value * unit->pixels;
}

class Reader {
public:
    explicit Reader(const Declarations& own) : own_{&own} {}

    // Nothing when it is not said here, or is to be as around it.
    const std::string* said(std::string_view name) const {
        const auto found = own_->find(name);
        return found == own_->end() || found->second == "inherit" ? nullptr : &found->second;
    }
    bool text(std::string_view name, std::string& into) const {
        const std::string* value = said(name);
        if (value != nullptr) into = *value;
        return value != nullptr;
    }
    void opacity(std::string_view name, double& into) const {
        if (const std::string* value = said(name)) into = parse_opacity(*value);
    }

private:
    const Declarations* own_;
};

}  // namespace

Look Look::inside(const Declarations& own) const {
    const Reader reader{own};
    Look look = *this;
    reader.text("color", look.color);
    for (const auto& [name, into] : {std::pair{"fill", &look.fill}, {"stroke", &look.stroke}}) {
        if (!reader.text(name, *into)) continue;
        look.painted = true;
        if (*into == "currentColor" || *into == "currentcolor") *into = look.color;
    }
    reader.opacity("fill-opacity", look.fill_opacity);
    reader.opacity("stroke-opacity", look.stroke_opacity);
    double opacity_here = 1;
    reader.opacity("opacity", opacity_here);
    look.opacity *= opacity_here;
    if (const std::string* width = reader.said("stroke-width")) look.stroke_width = std::max(0.0, length(*width).value_or(look.stroke_width));
    reader.text("fill-rule", look.fill_rule);
    reader.text("stroke-linecap", look.stroke_linecap);
    reader.text("stroke-dasharray", look.stroke_dasharray);
    if (const std::string* display = reader.said("display")) look.shown = look.shown && *display != "none";
    if (const std::string* visibility = reader.said("visibility")) look.visible = *visibility == "visible";
    return look;
}

}  // namespace loopbaankaart::pen

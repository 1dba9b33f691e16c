// Inside the trail: how its parts are coloured, by class for the web or in colour for paper.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <pen/pen.hpp>

namespace loopbaankaart::atlas {

using Colour = std::array<std::string_view, 2>;  // by Light; empty: none

struct Part {
    std::string_view name;  // its class
    Colour fill, stroke;
};

namespace part {
constexpr Colour none{}, paper{"#F7F1E3", "#1B2130"}, mine{"#A8361C", "#FF9B66"}, ink{"#26252E", "#EFE6D2"}, gold{"#F4C455", "#F4C455"};
constexpr Part casing{"trail-casing", none, paper}, trail{"trail", none, mine}, steps{"steps", none, mine};
constexpr Part foot{"flag-foot", gold, mine}, pole{"flag-pole", none, ink}, knob{"flag-knob", gold, ink}, flag{"flag", mine, ink}, words{"flag-words", paper, none};
}  // namespace part

class Paint {
public:
    explicit Paint(std::optional<pen::Light> paper) : paper_{paper} {}

    // An element's attributes, each starting with a space.
    std::string operator()(const Part& part, double stroke_width = 0) const;
    std::string_view letters() const;  // the family; on the web the style sheet's

private:
    std::optional<pen::Light> paper_;
};

}  // namespace loopbaankaart::atlas

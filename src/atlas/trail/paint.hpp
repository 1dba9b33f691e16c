// Inside the trail: how its parts are coloured, by class for the web or in colour for paper.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <pen/pen.hpp>

namespace loopbaankaart::atlas {

struct Part {
    std::string_view name;                  // its class
    std::array<std::string_view, 2> colour; // by Light
};
namespace part {
constexpr Part casing{"trail-casing", {"#F7F1E3", "#1B2130"}}, trail{"trail", {"#A8361C", "#FF9B66"}}, steps{"steps", {"#A8361C", "#FF9B66"}};
constexpr Part flag{"flag", {"#A8361C", "#FF9B66"}}, flag_line{"flag-line", {"#26252E", "#EFE6D2"}}, flag_foot{"flag-foot", {"#F4C455", "#F4C455"}};
constexpr Part flag_words{"flag-words", {"#F7F1E3", "#1B2130"}};
}  // namespace part

class Paint {
public:
    explicit Paint(std::optional<pen::Light> paper) : paper_{paper} {}

    // An element's attributes, each starting with a space.
    std::string line(const Part& part, double width) const;  // drawn as a line of this width
    std::string area(const Part& part) const;                // filled
    std::string_view letters() const;                        // the family; on the web the style sheet's

private:
    std::string_view colour(const Part& part) const;

    std::optional<pen::Light> paper_;
};

}  // namespace loopbaankaart::atlas

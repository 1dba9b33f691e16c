// A drawing as a stamp prints it: everything in one colour. The classes of its shapes become attributes, so that it needs no style sheet.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "../source/view_box.hpp"
#include "picture.hpp"

namespace loopbaankaart::pen {

namespace {

struct Nib {
    std::string_view role, width;
};
constexpr std::array<Nib, 5> nibs{{{"great", "1.6"}, {"ink", "1.2"}, {"part", "1"}, {"fine", ".7"}, {"hatch", ".65"}}};  // as in style_sheet()

std::string in_one_colour(std::string_view classes) {
    for (const std::string_view one : base::split(classes, ' '))
        if (const auto* nib = std::ranges::find(nibs, one, &Nib::role); nib != nibs.end())
            return fmt::format(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{}\"", nib->width);
    return {};
}

}  // namespace

std::string imprint(std::string_view name, const Element& source, std::vector<DrawingMistake>& mistakes) {
    constexpr std::string_view start = " class=\"";
    const std::string drawn = Drawing{name, {}, {}}.draw(source, mistakes).body;
    std::string body;
    for (std::string_view rest = drawn; !rest.empty();) {
        const std::size_t at = rest.find(start);
        body += rest.substr(0, at);
        if (at == std::string_view::npos) break;
        rest.remove_prefix(at + start.size());
        const std::size_t end = rest.find('"');
        body += in_one_colour(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    const ViewBox box = view_box_of(source).value_or(house_box);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {} {}\" fill=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{}</svg>",
                       box.x, box.y, box.width, box.height, body);
}

}  // namespace loopbaankaart::pen

#include "picture.hpp"

#include <fmt/format.h>

#include "../source/view_box.hpp"

namespace loopbaankaart::pen {

std::string picture(std::string_view name, const Element& source, const Parts& parts, const Palette& palette, Light light, std::vector<DrawingMistake>& mistakes) {
    const Drawn drawn = Drawing{name, parts, palette}.draw(source, mistakes);
    const std::string lamps = drawn.roles.contains("glow") ? glow_gradient(name) : "";
    const std::string defs = lamps.empty() && drawn.stamps.empty() ? "" : fmt::format("<defs>{}{}</defs>", lamps, drawn.stamps);
    const ViewBox box = view_box_of(source).value_or(house_box);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {} {}\"><style>{}</style>{}{}</svg>\n", box.x, box.y, box.width, box.height,
                       style_sheet(drawn, palette, light), defs, drawn.body);
}

std::string title_of(const Element& source) {
    for (const Element& child : source.children)
        if (child.tag == "title") return child.text;
    return {};
}

}  // namespace loopbaankaart::pen

#include "paint.hpp"

#include <fmt/format.h>

namespace loopbaankaart::atlas {

// On paper the overlay may stand inside a drawing of the pen, whose style sheet paints every path in its `color` unless it is a line.
std::string Paint::operator()(const Part& part, double stroke_width) const {
    const std::string width = stroke_width > 0 ? fmt::format(" stroke-width=\"{:g}\"", stroke_width) : "";
    if (!paper_) return fmt::format(" class=\"{}\"{}", part.name, width);
    const auto light = static_cast<std::size_t>(*paper_);
    const std::string_view fill = part.fill[light], stroke = part.stroke[light];
    const std::string paint = fill.empty() ? fmt::format(" class=\"line\" color=\"{}\"", stroke) : fmt::format(" color=\"{0}\" fill=\"{0}\"", fill);
    return paint + (stroke.empty() ? "" : fmt::format(" stroke=\"{}\"", stroke)) + width;
}

std::string_view Paint::letters() const { return paper_ ? " font-family=\"Atkinson Hyperlegible Next, Atkinson Hyperlegible, sans-serif\"" : ""; }

}  // namespace loopbaankaart::atlas

#include "paint.hpp"

#include <fmt/format.h>

namespace loopbaankaart::atlas {

// On paper the overlay may stand inside a drawing of the pen, whose style sheet paints every path in its `color`.
std::string Paint::line(const Part& part, double width) const {
    const std::string paint = paper_ ? fmt::format("class=\"line\" color=\"{0}\" stroke=\"{0}\"", colour(part)) : fmt::format("class=\"{}\"", part.name);
    return fmt::format(" {} fill=\"none\" stroke-width=\"{:g}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"", paint, width);
}

std::string Paint::area(const Part& part) const {
    return paper_ ? fmt::format(" color=\"{0}\" fill=\"{0}\"", colour(part)) : fmt::format(" class=\"{}\"", part.name);
}

std::string_view Paint::colour(const Part& part) const { return part.colour[static_cast<std::size_t>(*paper_)]; }

std::string_view Paint::letters() const { return paper_ ? " font-family=\"Atkinson Hyperlegible Next, Atkinson Hyperlegible, sans-serif\"" : ""; }

}  // namespace loopbaankaart::atlas

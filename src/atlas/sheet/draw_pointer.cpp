#include <fmt/format.h>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double bend = 0.3;  // how far the line arches up, of its length
constexpr double dot = 2.1;    // radius

}  // namespace

void draw_pointers(Canvas& canvas) {
    for (const auto& [from, to] : canvas.sheet.pointers) {
        const pen::Point over{(from.x + to.x) / 2, (from.y + to.y) / 2 - 2 * bend * pen::distance(from, to)};
        const std::string line = fmt::format("M{:g} {:g}Q{:.1f} {:.1f} {:g} {:g}", from.x, from.y, over.x, over.y, to.x, to.y);
        const std::string end = fmt::format("M{:g} {:g}h.1", to.x, to.y);
        canvas.stroke(line, "halo", 3.6, 0.85);
        canvas.stroke(end, "halo", 2 * dot + 2.6);
        canvas.stroke(line, "letters", 1.1);
        canvas.stroke(end, "letters", 2 * dot);
    }
}

}  // namespace loopbaankaart::atlas

#include <fmt/format.h>

#include "canvas.hpp"
#include "labels.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double ascent = 0.86;  // of the letters: from the top of a line to where they stand
constexpr double halo = 4.8, great_halo = 5.5;

}  // namespace

void draw_words(Canvas& canvas, std::string_view words, const pen::Lettering::Style& style, pen::Point middle, const std::string& colour, double halo_width) {
    const double width = fraunces().width(words, style);
    const std::string data = fraunces().outline(words, style, {middle.x - width / 2, middle.y});
    if (halo_width > 0) canvas.stroke(data, "halo", halo_width, 0.92, " stroke-linejoin=\"round\"");
    canvas.fill(data, colour);
}

void draw_labels(Canvas& canvas, const std::vector<SetLabel>& labels) {
    for (const SetLabel& one : labels) {
        double y = one.label.at.y + ascent * one.label.size;
        for (const std::string& line : one.lines) {
            draw_words(canvas, line, letters_of(one.label), {one.label.at.x, y}, one.label.kind == LabelKind::region ? "region" : "letters", one.label.kind == LabelKind::destination ? great_halo : halo);
            y += label_line * one.label.size;
        }
    }
}

}  // namespace loopbaankaart::atlas

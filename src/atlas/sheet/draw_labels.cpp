#include <fmt/format.h>

#include "canvas.hpp"
#include "title.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double ascent = 0.86;  // of the letters: from the top of a line to where they stand
constexpr double halo = 4.8, great_halo = 5.5;

void write_words(Canvas& canvas, std::string_view words, const pen::Lettering::Style& style, pen::Point middle, const std::string& colour, double halo_width) {
    const double width = fraunces().width(words, style);
    const std::string data = fraunces().outline(words, style, {middle.x - width / 2, middle.y});
    const std::string halo_of = halo_width > 0 ? fmt::format(" stroke=\"{}\" stroke-width=\"{:g}\" stroke-opacity=\".92\" stroke-linejoin=\"round\" paint-order=\"stroke\"", canvas.hex("halo"), halo_width) : "";
    canvas.layers.path(canvas.colour(colour), data, halo_of);
}

}  // namespace

void draw_title(Canvas& canvas) {
    for (const TitleLine& one : title_lines(canvas.words.title)) write_words(canvas, one.words, one.style, {title_middle.x, one.y}, one.colour, 0);
}

void draw_labels(Canvas& canvas) {
    for (const SetLabel& one : canvas.words.labels) {
        double y = one.label.at.y + ascent * one.label.size;
        const bool region = one.label.kind == LabelKind::region, great = one.label.kind == LabelKind::destination;
        for (const std::string& words : one.lines) {
            write_words(canvas, words, letters_of(one.label), {one.label.at.x, y}, region ? "region" : "letters", great ? great_halo : halo);
            y += label_line * one.label.size;
        }
    }
}

}  // namespace loopbaankaart::atlas

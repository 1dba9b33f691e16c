#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double ascent = 0.86;  // of the letters: from the top of a line to where they stand
constexpr double halo = 4.8, great_halo = 5.5;
constexpr pen::Point title_middle{264, 148};  // of the scroll (sheet.toml, "titel")
constexpr double title_width = 236;

void write_words(Canvas& canvas, std::string_view words, const pen::Lettering::Style& style, pen::Point middle, const std::string& colour, double halo_width) {
    const double width = fraunces().width(words, style);
    const std::string data = fraunces().outline(words, style, {middle.x - width / 2, middle.y});
    if (halo_width > 0) canvas.stroke(data, "halo", halo_width, 0.92, " stroke-linejoin=\"round\"");
    canvas.fill(data, colour);
}

// Smaller where it would not fit.
pen::Lettering::Style fitted(std::string_view words, pen::Lettering::Style style) {
    style.size *= std::min(1.0, title_width / std::max(1.0, fraunces().width(words, style)));
    return style;
}

}  // namespace

void draw_title(Canvas& canvas) {
    const auto line = [&](const std::string& words, const pen::Lettering::Style& style, double below, const std::string& colour) {
        if (!words.empty()) write_words(canvas, words, fitted(words, style), {title_middle.x, title_middle.y + below}, colour, 0);
    };
    const TitleWords& title = canvas.words.title;
    line(title.above, {.weight = 500, .size = 17, .leaning = true}, -21, "soft");
    line(title.title, {.weight = 700, .size = 25.5}, 9, "letters");
    line(title.below, {.weight = 400, .size = 16, .leaning = true}, 36, "trail");
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

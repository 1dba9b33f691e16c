#include <fmt/format.h>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr int pieces_across = 20, pieces_down = 28;  // pieces of the scale along the sides; every other one is ink

std::string box(double x, double y, double width, double height) { return fmt::format("M{:g} {:g}h{:g}v{:g}h{:g}z", x, y, width, height, -width); }

// The scale bars along the sides, as on old charts.
std::string scale_bars() {
    std::string bars;
    const double inner_width = sheet_width - 2 * sheet_margin, inner_height = sheet_height - 2 * sheet_margin;
    for (int piece = 0; piece < pieces_across; piece += 2) {
        const double length = inner_width / pieces_across;
        bars += box(sheet_margin + piece * length, 22.5, length, 6) + box(sheet_margin + (pieces_across - 1 - piece) * length, sheet_height - 28.5, length, 6);
    }
    for (int piece = 0; piece < pieces_down; piece += 2) {
        const double length = inner_height / pieces_down;
        bars += box(22.5, sheet_margin + piece * length, 6, length) + box(sheet_width - 28.5, sheet_margin + (pieces_down - 1 - piece) * length, 6, length);
    }
    return bars;
}

}  // namespace

void draw_frame(Canvas& canvas) {
    const auto ring = [](double margin) { return box(margin, margin, sheet_width - 2 * margin, sheet_height - 2 * margin); };
    canvas.layers.raw(fmt::format("<path class=\"{}\" fill-rule=\"evenodd\" d=\"{}{}\"/>", canvas.colour("margin"), box(0, 0, sheet_width, sheet_height), ring(sheet_margin)));
    canvas.layers.path("dark line", ring(sheet_margin), " stroke-width=\"2\"");
    canvas.layers.path("dark line", ring(13), " stroke-width=\"2.8\"");
    canvas.layers.path("dark line", ring(21), " stroke-width=\".8\"");
    canvas.layers.path("dark", scale_bars(), " fill-opacity=\".85\"");
    for (const double x : {21.0, sheet_width - 21})
        for (const double y : {21.0, sheet_height - 21}) {
            canvas.layers.raw(fmt::format("<path class=\"{}\" d=\"{}\"/>", canvas.colour("margin"), box(x - 9, y - 9, 18, 18)));
            canvas.layers.path("dark line", box(x - 9, y - 9, 18, 18), " stroke-width=\"2\"");
            canvas.fill(fmt::format("M{} {}l1.8 4.2 4.2 1.8-4.2 1.8-1.8 4.2-1.8-4.2-4.2-1.8 4.2-1.8z", x, y - 6), "trail");
        }
}

}  // namespace loopbaankaart::atlas

#include "ground.hpp"

#include <cmath>
#include <numbers>

#include "hand.hpp"

namespace loopbaankaart::media {

namespace {

constexpr double millimetre = 72 / 25.4;

// Short threads in every direction, some lighter than the paper: more and clearer ones in paper that is known by them.
void draw_fibres(cairo_t* pen, const Look& look, int page) {
    const bool rough = look.pattern == workshop::Paper::Pattern::fibres;
    const int count = rough ? 260 : 90;
    cairo_set_line_width(pen, rough ? 0.7 : 0.5);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
    const double bright = (look.paper.red + look.paper.green + look.paper.blue) / 3;
    for (const bool dark : {true, false}) {
        use(pen, dark ? mixed(look.paper, look.line, rough ? 1 : 0.35) : mixed(look.paper, {1, 1, 1}, (rough ? 0.25 : 0.45) * bright * bright));
        for (int fibre = 0; fibre < count; ++fibre) {
            const int which = (page * 2 + (dark ? 1 : 0)) * count + fibre;
            const double x = chance(which, 1) * look.width, y = chance(which, 2) * look.height, turn = chance(which, 3) * 2 * std::numbers::pi, length = 3 + 7 * chance(which, 4);
            const double bend = turn + 1.2 * (chance(which, 5) - 0.5);
            cairo_move_to(pen, x, y);
            cairo_curve_to(pen, x + length * 0.4 * std::cos(turn), y + length * 0.4 * std::sin(turn), x + length * 0.7 * std::cos(turn), y + length * 0.7 * std::sin(turn), x + length * std::cos(bend), y + length * std::sin(bend));
        }
        cairo_stroke(pen);
    }
}

void draw_lines(cairo_t* pen, const Look& look, double first, double distance) {
    for (double y = first; y < look.height; y += distance) {
        cairo_move_to(pen, 0, y);
        cairo_line_to(pen, look.width, y);
    }
    cairo_stroke(pen);
}

void draw_squares(cairo_t* pen, const Look& look) {
    constexpr double distance = 5 * millimetre;
    const double left = std::fmod(look.width / 2, distance);
    for (double x = left; x < look.width; x += distance) {
        cairo_move_to(pen, x, 0);
        cairo_line_to(pen, x, look.height);
    }
    draw_lines(pen, look, std::fmod(look.top, distance), distance);
}

void draw_dots(cairo_t* pen, const Look& look) {
    constexpr double distance = 5 * millimetre, nothing = 0;
    const double gaps[] = {nothing, distance};
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(pen, 1.1);
    cairo_set_dash(pen, gaps, 2, -std::fmod(look.width / 2, distance));
    draw_lines(pen, look, std::fmod(look.top, distance), distance);
    cairo_set_dash(pen, nullptr, 0, 0);
}

}  // namespace

void draw_paper(cairo_t* pen, const Look& look, int page) {
    use(pen, look.paper);
    cairo_paint(pen);
    draw_fibres(pen, look, page);
}

void draw_pattern(cairo_t* pen, const Look& look) {
    constexpr double below_letters = 3.4;
    const Style words = look.words();
    const double first_line = look.top + words.leading / 2 + words.size * 0.34 + below_letters * look.scale;
    use(pen, look.line);
    cairo_set_line_width(pen, 0.5);
    switch (look.pattern) {
        case workshop::Paper::Pattern::plain:
        case workshop::Paper::Pattern::fibres: break;  // in the paper itself
        case workshop::Paper::Pattern::lines: draw_lines(pen, look, first_line, look.grid()); break;
        case workshop::Paper::Pattern::squares: draw_squares(pen, look); break;
        case workshop::Paper::Pattern::dots: draw_dots(pen, look); break;
    }
}

}  // namespace loopbaankaart::media

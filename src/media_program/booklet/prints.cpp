#include "prints.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace loopbaankaart::media {

namespace {

constexpr Colour white{1, 1, 1};

void rectangle(cairo_t* pen, Rectangle where) { cairo_rectangle(pen, where.left, where.top, where.width, where.height); }

// A strip across the top edge, torn off at both ends; what is below it shines through.
void draw_tape(cairo_t* pen, const Look& look, double middle, double top, double across, double turn) {
    const double size = std::min(look.scale, across / 130), length = 38 * size, width = 11 * size, tooth = width / 6;
    cairo_save(pen);
    cairo_translate(pen, middle, top);
    cairo_rotate(pen, turn);
    cairo_move_to(pen, -length / 2, -width / 2);
    cairo_line_to(pen, length / 2, -width / 2);
    for (int at = 1; at <= 6; ++at) cairo_line_to(pen, length / 2 + (at % 2 == 1 ? tooth * 0.7 : 0), -width / 2 + at * tooth);
    cairo_line_to(pen, -length / 2, width / 2);
    for (int at = 1; at <= 6; ++at) cairo_line_to(pen, -length / 2 + (at % 2 == 1 ? tooth * 0.7 : 0), width / 2 - at * tooth);
    cairo_close_path(pen);
    cairo_set_source_rgba(pen, look.tape.red, look.tape.green, look.tape.blue, 0.85);
    cairo_fill(pen);
    cairo_restore(pen);
}

// Somebody pressed it on the page, not quite straight.
void draw_imprint(cairo_t* pen, Album& album, std::size_t picture, Rectangle where) {
    constexpr std::array tilts{-7.0, 5.0, -3.0, 9.0, -10.0, 4.0, 7.0};  // degrees
    const double across = where.left + where.width / 2, down = where.top + where.height / 2;
    cairo_save(pen);
    cairo_translate(pen, across, down);
    cairo_rotate(pen, tilts[picture % tilts.size()] * std::numbers::pi / 180);
    cairo_translate(pen, -across, -down);
    album.draw(pen, picture, where);
    cairo_restore(pen);
}

}  // namespace

double edge_of(const Album& album, std::size_t picture, const Look& look) { return album.is_drawing(picture) ? 0 : 5 * look.scale; }

double width_of(const Album& album, std::size_t picture, const Look& look, double height) {
    const double edge = edge_of(album, picture, look);
    return (height - 2 * edge) * album.shape(picture) + 2 * edge;
}

double height_of(const Album& album, std::size_t picture, const Look& look, double width) {
    const double edge = edge_of(album, picture, look);
    return (width - 2 * edge) / album.shape(picture) + 2 * edge;
}

void draw_print(cairo_t* pen, Album& album, std::size_t picture, const Look& look, Rectangle where) {
    if (album.is_imprint(picture)) return draw_imprint(pen, album, picture, where);
    constexpr std::array tilts{-0.6, 0.5, -0.35, 0.7, 0.25};  // degrees: nobody sticks a photo on quite straight
    const double edge = edge_of(album, picture, look), turn = tilts[picture % tilts.size()] * std::numbers::pi / 180;
    const double across = where.left + where.width / 2, down = where.top + where.height / 2;
    cairo_save(pen);
    cairo_translate(pen, across, down);
    cairo_rotate(pen, turn);
    cairo_translate(pen, -across, -down);
    use(pen, mixed(look.paper, {0, 0, 0}, 0.13));  // its shadow
    rectangle(pen, {where.left + 1.4 * look.scale, where.top + 1.8 * look.scale, where.width, where.height});
    cairo_fill(pen);
    use(pen, white);
    rectangle(pen, where);
    cairo_fill_preserve(pen);
    use(pen, mixed(look.paper, {0, 0, 0}, 0.2));
    cairo_set_line_width(pen, 0.5);
    cairo_stroke(pen);
    album.draw(pen, picture, {where.left + edge, where.top + edge, where.width - 2 * edge, where.height - 2 * edge});
    draw_tape(pen, look, across + where.width * (turn > 0 ? 0.03 : -0.04), where.top, where.width, -5 * turn);
    cairo_restore(pen);
}

}  // namespace loopbaankaart::media

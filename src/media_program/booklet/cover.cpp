#include "cover.hpp"

#include <algorithm>

#include "hand.hpp"
#include "land.hpp"
#include "prints.hpp"

namespace loopbaankaart::media {

namespace {

constexpr double binding = 22;  // wide, at scale 1

// Cloth along the side, sewn with thread.
void draw_binding(cairo_t* pen, const Look& look) {
    const double width = binding * look.scale, stitches[] = {7 * look.scale, 5 * look.scale};
    use(pen, look.accent);
    cairo_rectangle(pen, 0, 0, width, look.height);
    cairo_fill(pen);
    use(pen, mixed(look.accent, look.ink, 0.35));
    cairo_rectangle(pen, width, 0, 1.2 * look.scale, look.height);
    cairo_fill(pen);
    use(pen, mixed(look.paper, look.accent, 0.25));
    cairo_set_line_width(pen, look.scale);
    cairo_set_dash(pen, stitches, 2, 0);
    cairo_move_to(pen, width * 0.72, 9 * look.scale);
    cairo_line_to(pen, width * 0.72, look.height);
    cairo_stroke(pen);
    cairo_set_dash(pen, nullptr, 0, 0);
}

// As large as it can be in this room without breaking a word.
std::shared_ptr<const Text> title_of(const workshop::Booklet& booklet, const Fonts& fonts, const Look& look, double width, double room) {
    constexpr double smallest = 0.3, step = 0.92;
    Style style = look.cover_title();
    for (double share = 1;; share *= step, style.size *= step, style.leading *= step) {
        auto title = std::make_shared<const Text>(fonts, style, booklet.title, width, booklet.language);
        if ((title->height() <= room && !title->breaks_a_word()) || share < smallest) return title;
    }
}

}  // namespace

void draw_cover(Painter& painter, cairo_t* pen, const Fonts& fonts, const Look& look, const Album& album, const workshop::Booklet& booklet) {
    const double s = look.scale, left = binding * s + 32 * s, width = look.width - left - 32 * s, edge = 46 * s;
    const auto picture = booklet.cover->picture;
    const double high = picture ? std::min(media::height_of(album, *picture, look, width), look.height * 0.54) : 0, above = picture ? high + 32 * s : look.height * 0.04, land = picture ? 0 : look.height * 0.5;
    const auto name = std::make_shared<const Text>(fonts, look.cover_name(), booklet.author, width, booklet.language, Align::left);
    const auto when = std::make_shared<const Text>(fonts, look.caption(), booklet.cover->when, width, booklet.language, Align::left);
    const double below = 29 * s + name->height() + when->height();
    const auto title = title_of(booklet, fonts, look, width, look.height - 2 * edge - above - below - land);
    const double left_over = look.height - 2 * edge - above - title->height() - below - land;
    double top = edge + (picture ? std::max(0.0, left_over) * 0.3 : 0);  // nearer to the top than to the foot
    if (picture) {
        const double wide = width_of(album, *picture, look, high);
        draw_binding(pen, look);
        painter.draw_photo(*picture, {left + (width - wide) / 2, top, wide, high}, booklet.language);
    } else {
        draw_land(pen, look, {0, look.height - land, look.width, land});
        draw_binding(pen, look);
    }
    top += above;
    painter.draw_text(title, left, top, Tone::ink, "H1");
    top += title->height() + 12 * s;
    use(pen, look.accent);
    draw_hand_line(pen, left, top, 74 * s, 2.4 * s);
    top += 14 * s;
    if (!booklet.author.empty()) painter.draw_text(name, left, top, Tone::ink, "P");
    if (!booklet.cover->when.empty()) painter.draw_text(when, left, top + name->height() + 3 * s, Tone::soft, "P");
}

}  // namespace loopbaankaart::media

// How a booklet looks: the sizes of its pages and letters, the colours its paper gives. Lengths in points.
#pragma once

#include <workshop/workshop.hpp>

#include "colour.hpp"
#include "text.hpp"

namespace loopbaankaart::media {

constexpr double a4_width = 595.276, a4_height = 841.890, a5_width = 419.528, a5_height = 595.276;

struct Look {
    double width, height;                     // of a page
    double side, top, bottom;                 // margins
    double scale;                             // of all that is drawn and set: 1 on A5
    workshop::Paper::Pattern pattern;
    Colour paper, ink, line, tape, accent;

    double column() const { return width - 2 * side; }
    double depth() const { return height - top - bottom; }
    double grid() const { return words().leading; }      // from line to line, on lined paper too

    Colour soft() const { return mixed(ink, paper, 0.25); }  // of words beside the story
    Colour faint(double share) const { return mixed(paper, ink, share); }

    Style cover_title() const { return titles(33, 37); }
    Style cover_name() const { return letters(14, 19); }
    Style title() const { return titles(23, 27); }
    Style heading() const { return titles(14.5, 19); }
    Style words() const { return letters(10.6, 15.6); }
    Style small() const { return letters(8.6, 12.5); }
    Style caption() const { return letters(9, 12.8); }
    Style number() const { return letters(8, 10); }

private:
    Style titles(double size, double leading) const { return {Face::titles, size * scale, leading * scale}; }
    Style letters(double size, double leading) const { return {Face::words, size * scale, leading * scale}; }
};

Look look_of(workshop::Booklet::Size size, const workshop::Paper& paper);

}  // namespace loopbaankaart::media

#include "look.hpp"

namespace loopbaankaart::media {

Look look_of(workshop::Booklet::Size size, const workshop::Paper& paper) {
    const bool large = size == workshop::Booklet::Size::a4;
    Look look = large ? Look{.width = a4_width, .height = a4_height, .side = 70, .top = 68, .bottom = 82, .scale = 1.2}
                      : Look{.width = a5_width, .height = a5_height, .side = 43, .top = 44, .bottom = 56, .scale = 1};
    if (size == workshop::Booklet::Size::a5_folded) look.width = a4_height / 2;  // which is a hair more
    look.pattern = paper.pattern;
    look.paper = colour_of(paper.paper);
    look.ink = colour_of(paper.ink);
    look.line = colour_of(paper.line);
    look.tape = colour_of(paper.tape);
    look.accent = colour_of(paper.accent);
    return look;
}

}  // namespace loopbaankaart::media

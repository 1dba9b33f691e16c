// A table of figures as a picture: who was where at the begin of each school year, and how many went from there to where; drawn as with ink and wash.
//
// From left to right on a wide screen, downwards on a narrow one. A band is as broad as its students are many; what is too small to tell is left out, so that
// a place can be broader than the bands at it: that part is hatched. Bands never say more than the table beside the picture.
#pragma once

#include <string>
#include <vector>

#include "../cells/cells.hpp"

namespace loopbaankaart::flow {

enum class Width { wide, narrow };
struct PictureLook {
    Width width = Width::wide;
    bool night = false;
    base::Language language = base::Language::nl;
};

// For pictures beside this one: the letters of the house as a font in base64, as a picture by itself has none of the page's; and its hand: a point moves a
// little by where it is, so that edges that meet stay together.
const std::string& letters_in_picture();
struct Inked {
    double x, y;
};
Inked by_hand(Inked at);
// A path from corner to corner, in pieces short enough for the hand to show; one that goes on begins with a line, not a move.
std::string ink_along(const std::vector<Inked>& corners, bool goes_on = false);

// A whole SVG file, with its letters, so that it looks the same wherever it is taken.
std::string flow_picture(const std::vector<std::string>& states, const Table& table, const PictureLook& look);

}  // namespace loopbaankaart::flow

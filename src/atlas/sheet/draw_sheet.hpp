// The sheet drawn: sea, land, landmarks and all that grows between them (look.md, "The sheet, bottom to top").
#pragma once

#include <string>
#include <vector>

#include "title_words.hpp"
#include "labels.hpp"

namespace loopbaankaart::atlas {

struct SheetWords {
    std::vector<Room> kept_free;   // nothing grows where names stand
    std::vector<SetLabel> labels;  // to be drawn; on the screen they are laid over the drawing instead
    TitleWords title;
};

// The whole sheet as an SVG document. The same sheet, drawings and words give the same bytes.
std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words);

// The same drawing as pictures to be laid over one another, the lowest first. A browser reads a picture in one go, and all of this one would keep
// a telephone busy for more than half a second: in layers it stays awake, and shows the land while the rest is still on its way.
inline constexpr std::size_t sheet_layers = 12;
std::vector<std::string> draw_sheet_in_layers(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words);

}  // namespace loopbaankaart::atlas

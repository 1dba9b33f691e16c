// Every drawing a sheet or a page may name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pen/pen.hpp>

#include "../places/content_file.hpp"

namespace loopbaankaart::atlas {

struct Drawings {
    std::map<std::string, pen::Element, std::less<>> sources;  // by name: "wensboom"
    pen::Element parts;
    pen::Palette palette;
};

// Ours (embedded).
Drawings our_drawings(std::vector<ContentMistake>& mistakes);
// Lays a school's own drawing over them (map/landmarks/NAME.svg), under its file's name. What the pen cannot draw is left out, with its mistakes.
void lay_drawing(Drawings& drawings, const ContentFile& file, std::vector<ContentMistake>& mistakes);

// One drawing finished, as an SVG document of its own (what pages show of ours is made of the same call at build); nothing when there is
// none of that name.
std::optional<std::string> drawn_landmark(const Drawings& drawings, std::string_view name, pen::Light light);

}  // namespace loopbaankaart::atlas

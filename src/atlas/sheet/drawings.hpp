// Every drawing a sheet or a page may name.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pen/pen.hpp>

#include "../places/content_file.hpp"

namespace loopbaankaart::atlas {

// A copy is cheap: schools share what none of them changed.
struct Drawings {
    std::map<std::string, std::shared_ptr<const pen::Element>, std::less<>> sources;  // by name: "wensboom"
    std::shared_ptr<const pen::Element> parts = std::make_shared<const pen::Element>();
    pen::Palette palette;
    std::set<std::string, std::less<>> own;  // names of the school's own drawings
    bool own_colours = false;

    // What our own pages show of it, drawn at build.
    bool is_ours(std::string_view name) const { return !own_colours && !own.contains(name); }
};

// Ours (embedded).
Drawings our_drawings(std::vector<ContentMistake>& mistakes);
// Lays a school's own drawing over them (map/landmarks/NAME.svg), under its file's name. What the pen cannot draw is left out, with its mistakes.
void lay_drawing(Drawings& drawings, const ContentFile& file, std::vector<ContentMistake>& mistakes);

// Lays a school's own colours over them (map/landmarks/pen.css).
void lay_colours(Drawings& drawings, const ContentFile& file, std::vector<ContentMistake>& mistakes);

// One drawing finished, as an SVG document of its own (what pages show of ours is made of the same call at build); nothing when there is
// none of that name.
std::optional<std::string> drawn_landmark(const Drawings& drawings, std::string_view name, pen::Light light);

}  // namespace loopbaankaart::atlas

// Every drawing a sheet or a page may name.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pen/pen.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

struct Drawings {
    std::map<std::string, pen::Element, std::less<>> sources;  // by name: "wensboom"
    pen::Element parts;
    pen::Palette palette;
};

// Ours (embedded).
Drawings our_drawings(std::vector<ContentMistake>& mistakes);
// Ours with those of a school's own folder laid over them (map/landmarks/NAME.svg; `content` may be empty). What the pen cannot draw
// is left out, with its mistakes.
Drawings drawings_with(const std::filesystem::path& content, std::vector<ContentMistake>& mistakes);

// One drawing finished, as an SVG document of its own (what pages show of ours is made of the same call at build); nothing when there is
// none of that name.
std::optional<std::string> drawn_landmark(const Drawings& drawings, std::string_view name, pen::Light light);

}  // namespace loopbaankaart::atlas

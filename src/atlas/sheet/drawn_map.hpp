// The whole map as a picture.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <pen/pen.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

struct MapStyle {
    pen::Light light = pen::Light::day;
    base::Language language = base::Language::nl;
    std::string school;  // its name, for in the title; may be empty
};

// The map as an SVG document, without labels; `content` is a school's own folder (map/sheet.toml, map/landmarks/NAME.svg) or empty.
// Nothing, with its mistakes, when something in that folder does not fit.
std::optional<std::string> draw_map(const std::filesystem::path& content, const MapStyle& style, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

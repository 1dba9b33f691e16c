// The whole map as a picture, for paper: with its names and title drawn.
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

// The map as an SVG document; `content` is a school's own folder or empty. Nothing, with its mistakes, when something in that folder does not fit.
std::optional<std::string> draw_map(const std::filesystem::path& content, const MapStyle& style, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

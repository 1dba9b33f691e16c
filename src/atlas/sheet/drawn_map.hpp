// The whole map as a picture.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <pen/pen.hpp>

#include "../places/places.hpp"
#include "drawings.hpp"

namespace loopbaankaart::atlas {

// The map as an SVG document, without labels; `content` is a school's own folder (map/sheet.toml, map/landmarks/NAME.svg) or empty.
// Nothing, with its mistakes, when something in that folder does not fit.
std::optional<std::string> draw_map(const std::filesystem::path& content, pen::Light light, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

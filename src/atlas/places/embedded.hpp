// The files of content/ that were put into the program when it was built.
#pragma once

#include <span>
#include <string_view>

namespace loopbaankaart::atlas {

struct EmbeddedFile {
    std::string_view path;  // under content/: "map/nl/wensboom.toml"
    std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace loopbaankaart::atlas

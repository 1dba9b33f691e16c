// The files places are made of: ours, from inside the program, or a school's own, from a folder that looks like content/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "places.hpp"

namespace loopbaankaart::atlas {

enum class Author { ours, school };

struct ContentFile {
    std::string name;   // under content/: "map/nl/wensboom.toml"
    std::string shown;  // how its writer knows it: "content/map/nl/wensboom.toml", "/srv/noord/content/map/nl/wensboom.toml"
    std::string text;
    Author author = Author::ours;
};

std::vector<ContentFile> our_files();

// The files of a school's folder in order of name: words and places, the sheet, drawings and colours. What cannot be read (too
// large, a link to elsewhere, no rights) becomes a mistake. No folder: no files.
inline constexpr std::size_t largest_file = 256 * 1024;  // bytes; a drawing may have twice that
inline constexpr std::size_t most_files = 500, largest_pack = 8 << 20;  // bytes together
std::vector<ContentFile> school_files(const std::filesystem::path& folder, std::vector<ContentMistake>& mistakes);

// Changes when a file of that folder is written, comes or goes: names, sizes and moments of writing in one text.
std::string traces_of(const std::filesystem::path& folder);

}  // namespace loopbaankaart::atlas

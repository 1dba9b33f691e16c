// map/nl/ID.toml and map/en/ID.toml: the words of one place in one language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "toml_text.hpp"

namespace loopbaankaart::atlas {

// What is absent stays as it was. Texts still have the line ends of the file, so that a sentence can be found again.
struct WordsFile {
    std::string id;       // of the place, from the file's name
    base::Language language = base::Language::nl;
    std::string shown;
    Author author = Author::ours;
    std::optional<Piece> name, map_name, plain_name, what_it_is, how_it_may_show;
    std::optional<std::vector<Piece>> voices, looks;
};

// Nothing when the file could not be read at all.
std::optional<WordsFile> read_words_file(const ContentFile& file, std::vector<ContentMistake>& mistakes);

// Lays words over what is there already.
void lay(const WordsFile& file, PlaceWords& words);

}  // namespace loopbaankaart::atlas

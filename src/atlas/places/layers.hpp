// Our places with a school's own laid over them (ADR 6).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "places_file.hpp"
#include "words_file.hpp"

namespace loopbaankaart::atlas {

// Ours come first in both lists.
struct Layers {
    std::vector<PlacesFile> places;
    std::vector<WordsFile> words;
    std::set<std::string, std::less<>> drawings;  // the names of all there are
};

// The places in their order; what does not fit together is noted.
std::vector<Place> lay(const Layers& layers, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

// The words on the scroll, from map/title.toml.
#pragma once

#include <array>
#include <vector>

#include "../places/content_file.hpp"
#include "../places/mistake.hpp"

namespace loopbaankaart::atlas {

// What stands on the scroll.
struct TitleWords {
    std::string above, title, below;  // "Kaart van de", "Loopbaanrealisatie", "Dwalen mag. Omkeren ook."
};

// By language. A file changes the lines that it names.
void read_titles(const ContentFile& file, std::array<TitleWords, 2>& titles, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

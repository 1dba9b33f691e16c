// map/places.toml: which places there are, in what order, of what kinds. content/map/places.toml explains its keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "toml_text.hpp"

namespace loopbaankaart::atlas {

// One [[place]] or [[travel_thing]]; what is absent stays as it was.
struct PlaceEntry {
    std::string id;
    What what = What::place;
    std::optional<std::vector<Kind>> kinds;
    std::optional<std::string> within;    // an empty text takes it out of where it lay
    std::optional<std::string> landmark;
    int line = 0;
};

struct PlacesFile {
    std::string shown;
    Author author = Author::ours;
    std::vector<PlaceEntry> entries;      // in order: places, then travel things
    std::vector<Piece> hidden;            // ids left out
    std::vector<Piece> order;             // ids that come first, in this order
};

// An id stands in addresses and file names: small letters, digits and hyphens, at most 40.
bool is_id(std::string_view text);

// What fits; mistakes are noted.
PlacesFile read_places_file(const ContentFile& file, std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

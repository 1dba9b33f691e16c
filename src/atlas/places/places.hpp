// The places of the map: Reis chapter 2 and Legenda 4. Data in content/map/, in nl and en, with a school's own laid over it.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::atlas {

// What a place can be for a traveller (the legend of Reis 3). A place has none, one or more; the texts fix no group.
enum class Kind { belemmering, hulpbron, parkeren, bestemming };
inline constexpr std::array<Kind, 4> kinds{Kind::belemmering, Kind::hulpbron, Kind::parkeren, Kind::bestemming};
std::string_view code(Kind kind);                       // "belemmering", in content and in addresses
std::optional<Kind> parse_kind(std::string_view code);

enum class What { place, travel_thing };  // travel things: kompas, rugzak, reisgezelschap, familieleden

struct PlaceWords {
    std::string name;                       // "De Wensboom"
    std::string map_name;                   // as it stands on the map, when that is shorter: "Wensboom"
    std::string plain_name;                 // what it is without the metaphor: "dromen over later"
    std::string what_it_is;                 // 2–4 sentences, to the traveller
    std::string how_it_may_show;            // for a companion
    std::vector<std::string> voices;        // two students, newly written, in their own words
    std::vector<std::string> looks;         // ways of looking at what happened there, a sentence each: "Kijk eens naar wie er naast je stond."

    const std::string& on_map() const { return map_name.empty() ? name : map_name; }
};

struct Place {
    std::string id;                         // "wensboom": stable, in addresses and in what travellers keep
    What what = What::place;
    std::vector<Kind> kinds;                // the first decides its group in the list
    std::string within;                     // id of the place it lies in ("huis" in "stad"), or empty
    std::string landmark;                   // name of its drawing in content/map/landmarks/, or empty
    std::array<std::optional<PlaceWords>, 2> words;  // by Language; a school's own may lack English

    // In that language, else in Dutch; `spoken` tells which it became (for the lang attribute).
    const PlaceWords& in(base::Language language, base::Language& spoken) const;
};

class Chart;

// All places of one school, in the order of its file, and the map they stand on. Immutable; a change makes a new one.
struct Atlas {
    std::vector<Place> places;
    std::shared_ptr<const Chart> chart;
    const Place* find(std::string_view id) const;
};

// A mistake in content, for who wrote it.
struct ContentMistake {
    std::string file;
    int line = 0;
    bool serious = false;     // errors refuse the content; warnings (B1 style in a school's own words) do not
    std::string code;         // "unknown-kind", "sentence-long" …: what tests assert
    std::string message;      // in Dutch, says what to do
};

// Our own places (embedded), or with those of `overlay` (a folder like content/) laid over them.
// With serious mistakes the Atlas is null.
struct Loaded {
    std::shared_ptr<const Atlas> atlas;
    std::vector<ContentMistake> mistakes;
};
Loaded load_atlas(const std::filesystem::path& overlay = {});

}  // namespace loopbaankaart::atlas

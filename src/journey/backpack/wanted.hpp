// Inside backpack: finding a thing again: by word, place, year, kind, or what it shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backpack.hpp"

namespace loopbaankaart::journey {

// What the address asks: ?zoek=…&plek=…&jaar=…&soort=…&toont=…; what is unknown asks nothing.
struct Wanted {
    std::string words;
    std::string place;
    std::optional<int> year;
    std::optional<ThingKind> kind;
    std::optional<Competence> shows;

    bool everything() const { return words.empty() && place.empty() && !year && !kind && !shows; }
    web::Url address() const;
};
Wanted wanted_in(const web::Fields& query);

// Every word that was typed stands in the thing: in its words, its descriptions or the name of its place, whatever the accents. A thing is of the
// year in which it happened, else of the one in which it was kept.
bool fits(const KeptThing& thing, const Wanted& wanted, std::string_view place_name, std::string_view time_zone);

// To choose from: the viewer's own with a photo or a drawing, or those without, newest first; at most `limit`, after `before` when given. Only what is given is opened.
enum class Pictured { yes, no };
std::vector<KeptThing> things_to_choose(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, Pictured which, std::size_t limit,
                                        const std::optional<base::Id>& before, std::span<const base::Id> left_out);

// Where the viewer kept things, by id with what each was called then; and the year of the oldest.
struct Shelves {
    std::vector<std::pair<std::string, std::string>> places;
    std::optional<base::Instant> oldest;
};
Shelves shelves(storage::Reads& reads, const access::Viewer& viewer);

// The viewer's own, kept from `from` to before `until`, newest first.
std::vector<KeptThing> kept_between(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant from, base::Instant until);

// What the viewer kept a year ago, within a week of this day: newest first, at most `most`; or the one thing of the day that comes closest.
std::vector<KeptThing> kept_a_year_ago(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now, std::string_view time_zone, std::size_t most);
std::optional<KeptThing> nearest_a_year_ago(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now, std::string_view time_zone);

}  // namespace loopbaankaart::journey

// The map as a list: the places in groups. Pure: from an atlas and what is looked for, to what stands where.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

// What the address asks: ?soort=hulpbron and ?zoek=bos. Absent or unknown: everything.
struct ListQuery {
    std::optional<Kind> kind;
    std::string search;
};

struct ListedPlace {
    const Place* place = nullptr;
    const PlaceWords* words = nullptr;
    base::Language spoken = base::Language::nl;  // of those words
    bool fits = true;                            // false: steps back, because another kind was asked for
    bool found = true;                           // false: steps back, because something else was looked for
    std::vector<Kind> other_kinds;               // beside the one of its group
    std::vector<ListedPlace> inside;             // the places that lie in it
};

// What stands together. A place stands under its first kind; without one it is met on the way.
struct ListGroup {
    std::optional<Kind> kind;
    What what = What::place;
    std::vector<ListedPlace> places;
};

// Help first, destinations last, then what one takes along; within a group in the order of the atlas. Every place stands there once;
// a search leaves out what does not match (a place stays when one inside it does), a kind leaves nothing out.
// On the map nothing may disappear: there what does not match steps back.
enum class Unmatched { left_out, step_back };
std::vector<ListGroup> list_of(const Atlas& atlas, const ListQuery& query, base::Language language, Unmatched unmatched = Unmatched::left_out);

// What a search looks in: the names and texts in the language shown.
std::string searchable(const PlaceWords& words);

}  // namespace loopbaankaart::atlas

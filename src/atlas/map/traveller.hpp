// What the map shows of the one who looks at it. The map knows places; what a traveller did there is told by a module above
// (journey), through this face, so that arrows keep running down.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>
#include <pen/pen.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

enum class State { untravelled, here, was_here };
using States = std::map<std::string, State, std::less<>>;

// A time at a place.
struct Stay {
    std::string place;               // its id
    bool here = false;               // still
    bool dated = true;               // false: nobody knows when, so no trail leads there
    std::string place_name = {};     // of a place that is no longer on the map: what it was called then
    std::optional<pen::Point> spot = {};  // the same: where it was on the sheet
};

// Something the traveller made that lies beside their trail: a small drawing on the map, and in the list a name.
struct TrailMark {
    std::string place;             // a place's id: where they were then
    web::Literal symbol;           // a drawing in assets/symbols
    const base::Word* name;        // "Peiling"; outlives every visit
    std::string words;             // what it says, in one line; empty where that was not asked
    web::Url page;                 // where all of it stands
};
// So many at most over one map, and at one place.
inline constexpr std::size_t most_trail_marks = 40, most_marks_at_place = 4;
// For the drawing their names are enough, and cost a tenth; a list says what they say.
enum class MarkWords { left_out, said };

// The address of the map as the journey was at the end of a year; without a year, as it is now.
using YearAddress = std::function<web::Url(std::optional<int> year)>;

// The viewer's own journey as one look at the map shows it: read once.
class Journey {
public:
    virtual ~Journey() = default;
    // In the order they began, up to the end of the year that is shown, if any.
    virtual const std::vector<Stay>& stays() const = 0;
    // What lies beside the trail, of every place the last one first; up to the end of the year that is shown, if any.
    virtual std::vector<TrailMark> marks(MarkWords words) const = 0;
    // Writes, beside the map, the ways to walk through the years and what was in this one.
    virtual void over_time(web::Html& html, const YearAddress& address) const = 0;
};

class Traveller {
public:
    virtual ~Traveller() = default;
    // As it is now, or was at the end of that year. Nothing when signed out.
    virtual std::shared_ptr<const Journey> journey(const access::Visit& visit, const Atlas& atlas, std::optional<int> year) const = 0;
    // Writes, inside the page of a place, what the viewer can do there and what they kept there; nothing when signed out.
    virtual void at_place(web::Html& html, const access::Visit& visit, const Place& place) const = 0;
};

// Of a long journey what a drawing of it needs: the last ones, of every place the last one, and where somebody is; in their order.
std::vector<Stay> drawn_of(const Atlas& atlas, const std::vector<Stay>& stays);

// The state of every place where somebody has been; places not named are untravelled (nothing is shown for them).
States states_of(const std::vector<Stay>& stays);

// Where a place is on the sheet now: the foot of its drawing, else its name. Nothing for a place that is not on it.
std::optional<pen::Point> spot_of(const Atlas& atlas, std::string_view place);

// The whole map as one picture, with the trail of this journey over it (null: nobody's). Decoration: what it shows stands beside it in words.
// The sheet of a page with it imports css/sheet.css.
void small_map(web::Html& html, const access::Visit& visit, const Atlas& atlas, std::shared_ptr<const Journey> journey);
// Whether that is done at once; else the ground under the trail is made first, which belongs among the slow work.
bool is_drawn_at_once(const Atlas& atlas, const Journey* journey);

// The drawing of a place as it is now. False, and nothing written, for a place without one or no longer on the map.
bool picture_of(web::Html& html, const Atlas& atlas, std::string_view place);

}  // namespace loopbaankaart::atlas

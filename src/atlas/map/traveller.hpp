// What the map shows of the one who looks at it. The map knows places; what a traveller did there is told by a module above
// (journey), through this face, so that arrows keep running down.
#pragma once

#include <functional>
#include <map>
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
    std::string place_name = {};     // what it was called then
    std::optional<pen::Point> spot = {};  // where it was on the sheet then
};

// The address of the map as the journey was at the end of a year; without a year, as it is now.
using YearAddress = std::function<web::Url(std::optional<int> year)>;

class Traveller {
public:
    virtual ~Traveller() = default;
    // The viewer's own stays in the order they began, up to the end of that year, if any; none when signed out.
    virtual std::vector<Stay> stays(const access::Visit& visit, std::optional<int> year) const = 0;
    // Writes, beside the map, the ways to walk through the years and what was in this one; nothing when signed out.
    virtual void over_time(web::Html& html, const access::Visit& visit, const Atlas& atlas, std::optional<int> year, const YearAddress& address) const = 0;
    // Writes, inside the page of a place, what the viewer can do there and what they kept there; nothing when signed out.
    virtual void at_place(web::Html& html, const access::Visit& visit, const Place& place) const = 0;
};

// The state of every place where somebody has been; places not named are untravelled (nothing is shown for them).
States states_of(const std::vector<Stay>& stays);

// Where a place is on the sheet now: the foot of its drawing, else its name. Nothing for a place that is not on it.
std::optional<pen::Point> spot_of(const Atlas& atlas, std::string_view place);

// The drawing of a place as it is now. False, and nothing written, for a place without one or no longer on the map.
bool picture_of(web::Html& html, const Atlas& atlas, std::string_view place);

}  // namespace loopbaankaart::atlas

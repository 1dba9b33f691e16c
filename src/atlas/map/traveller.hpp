// What the map shows of the one who looks at it. The map knows places; what a traveller did there is told by a module above
// (journey), through this face, so that arrows keep running down.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

enum class State { untravelled, here, was_here };
using States = std::map<std::string, State, std::less<>>;

// A time at a place.
struct Stay {
    std::string place;  // its id
    bool here = false;  // still
};

class Traveller {
public:
    virtual ~Traveller() = default;
    // The viewer's own stays in the order they began; none when signed out.
    virtual std::vector<Stay> stays(const access::Visit& visit) const = 0;
    // Writes, inside the page of a place, what the viewer can do there and what they kept there; nothing when signed out.
    virtual void at_place(web::Html& html, const access::Visit& visit, const Place& place) const = 0;
};

// The state of every place where somebody has been; places not named are untravelled (nothing is shown for them).
States states_of(const std::vector<Stay>& stays);

}  // namespace loopbaankaart::atlas

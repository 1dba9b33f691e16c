// What the map shows of the one who looks at it. The map knows places; what a traveller did there is told by a module above
// (journey), through this face, so that arrows keep running down.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <access/access.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

enum class State { untravelled, here, was_here };

class Traveller {
public:
    virtual ~Traveller() = default;
    // The state of every place the viewer has been, by place id. Places not named are untravelled (nothing is shown for them).
    virtual std::map<std::string, State, std::less<>> states(const access::Visit& visit) const = 0;
    // Writes, inside the page of a place, what the viewer can do there and what they kept there; nothing when signed out.
    virtual void at_place(web::Html& html, const access::Visit& visit, const Place& place) const = 0;
    // Words searched beside the places' own are none: search looks in places only.
};

}  // namespace loopbaankaart::atlas

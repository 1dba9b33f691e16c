#include "places.hpp"

#include <algorithm>
#include <stdexcept>

namespace loopbaankaart::atlas {

std::string_view code(Kind kind) {
    switch (kind) {
        case Kind::belemmering: return "belemmering";
        case Kind::hulpbron: return "hulpbron";
        case Kind::parkeren: return "parkeren";
        case Kind::bestemming: return "bestemming";
    }
    throw std::logic_error{"a kind without a code"};
}

std::optional<Kind> parse_kind(std::string_view text) {
    for (Kind kind : kinds)
        if (text == code(kind)) return kind;
    return std::nullopt;
}

const PlaceWords& Place::in(base::Language language, base::Language& spoken) const {
    spoken = words[static_cast<std::size_t>(language)] ? language : base::Language::nl;
    return words[static_cast<std::size_t>(spoken)].value();
}

const Place* Atlas::find(std::string_view id) const {
    const auto found = std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.id == id; });
    return found == places.end() ? nullptr : &*found;
}

}  // namespace loopbaankaart::atlas

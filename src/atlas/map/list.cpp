#include "list.hpp"

#include <algorithm>

namespace loopbaankaart::atlas {

namespace {

class Listing {
public:
    Listing(const Atlas& atlas, const ListQuery& query, base::Language language, Unmatched unmatched)
        : atlas_{atlas}, query_{query}, language_{language}, unmatched_{unmatched} {}

    ListGroup group(std::optional<Kind> kind, What what) const {
        ListGroup group{.kind = kind, .what = what};
        for (const Place& place : atlas_.places)
            if (place.within.empty() && place.what == what && first_kind(place) == kind)
                if (std::optional<ListedPlace> listed = list(place, kind)) group.places.push_back(std::move(*listed));
        return group;
    }

private:
    static std::optional<Kind> first_kind(const Place& place) {
        return place.kinds.empty() ? std::nullopt : std::optional{place.kinds.front()};
    }

    static bool has(const Place& place, Kind kind) { return std::find(place.kinds.begin(), place.kinds.end(), kind) != place.kinds.end(); }

    // Nothing when a search leaves it out.
    std::optional<ListedPlace> list(const Place& place, std::optional<Kind> group) const {
        ListedPlace listed{.place = &place};
        listed.words = &place.in(language_, listed.spoken);
        listed.fits = !query_.kind || has(place, *query_.kind);
        for (Kind kind : place.kinds)
            if (kind != group) listed.other_kinds.push_back(kind);
        for (const Place& other : atlas_.places)
            if (other.within == place.id)
                if (std::optional<ListedPlace> one = list(other, group)) listed.inside.push_back(std::move(*one));
        listed.found = base::finds(query_.search, searchable(*listed.words));
        if (unmatched_ == Unmatched::left_out && !listed.found && listed.inside.empty()) return std::nullopt;
        return listed;
    }

    const Atlas& atlas_;
    const ListQuery& query_;
    base::Language language_;
    Unmatched unmatched_;
};

}  // namespace

std::string searchable(const PlaceWords& words) {
    std::string text = words.name + " " + words.plain_name + " " + words.what_it_is;
    for (const std::string& voice : words.voices) text += " " + voice;
    return text;
}

std::vector<ListGroup> list_of(const Atlas& atlas, const ListQuery& query, base::Language language, Unmatched unmatched) {
    const Listing listing{atlas, query, language, unmatched};
    std::vector<ListGroup> groups{listing.group(Kind::hulpbron, What::place),    listing.group(Kind::parkeren, What::place),
                                  listing.group(std::nullopt, What::place),      listing.group(Kind::belemmering, What::place),
                                  listing.group(Kind::bestemming, What::place), listing.group(std::nullopt, What::travel_thing)};
    std::erase_if(groups, [](const ListGroup& group) { return group.places.empty(); });
    return groups;
}

}  // namespace loopbaankaart::atlas

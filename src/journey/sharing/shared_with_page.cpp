// GET /gedeeld: what others share with me, by person. Who shares nothing is not on it, and nothing is counted.
#include <algorithm>

#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void one_thing(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const SharedThing& one) {
    const PlaceName place = name_of(atlas, one.place, one.place_name, visit.language());
    html.li({}, [&] {
        html.div({}, [&] {
            html.a({web::href(web::path("/rugzak", one.thing.view()))}, [&] {
                if (place.text.empty()) return html.text(word::kept_by_another);
                html.span({web::lang(place.language)}, place.text);
            });
            std::string when = base::day_in_words(one.given, visit.language(), visit.site.time_zone);
            if (one.until) when += " · " + until_in_words(visit, one.until);
            html.p({web::cls("when")}, when);
        });
    });
}

}  // namespace

web::Answer show_shared_with_me(const Desk& desk, const access::Visit& visit) {
    std::vector<SharedThing> things;
    visit.school().read([&](storage::Reads& reads) { things = shared_with(reads, visit.who(), visit.site.now()); });
    const auto atlas = desk.atlases.of(visit.site);
    std::vector<base::Id> people;  // who shared something last comes first
    for (const SharedThing& one : things)
        if (std::ranges::find(people, one.owner) == people.end()) people.push_back(one.owner);
    return visit.page(title_of(visit, word::shared_with_me), [&](Html& html) {
        html.h1({}, word::shared_with_me);
        if (things.empty()) return web::empty_place(html, "reisgezelschap", word::nothing_shared_with_me);
        html.p({web::cls("lead")}, word::shared_with_me_what);
        for (const base::Id& person : people) {
            html.h2({}, std::ranges::find(things, person, &SharedThing::owner)->owner_name);
            html.ul({web::cls("lines")}, [&] {
                for (const SharedThing& one : things)
                    if (one.owner == person) one_thing(html, visit, *atlas, one);
            });
        }
        who_sees_what_link(html);
    });
}

}  // namespace loopbaankaart::journey

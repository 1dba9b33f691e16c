// GET /rugzak and /rugzak/{thing}.
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 30;

void older_link(Html& html, const std::vector<KeptThing>& shown, bool more) {
    if (!more) return;
    web::actions(html, [&] { web::secondary_link(html, web::path("/rugzak").with("voor", shown.back().id.view()), word::older, "pijl"); });
}

void empty_backpack(Html& html) {
    web::empty_place(html, "leeg-rugzak", word::backpack_empty, [&] {
        web::actions(html, [&] { web::primary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
    });
}

std::string notice_of(const access::Visit& visit) {
    return visit.request.query["gedaan"] == "weg" ? title_of(visit, word::removed) : std::string{};
}

// Whose it is, for who reads it by a grant.
std::string owner_name(storage::Reads& reads, const KeptThing& thing) {
    const auto owner = access::find_person(reads, thing.owner.value());
    return owner ? owner->name : std::string{};
}

web::Reply thing_page(const access::Visit& visit, const KeptThing& thing, const PlaceName& place, const std::string& shared_by) {
    const bool own = thing.owner == visit.who().person;
    return visit.page(title_of(visit, word::kept_thing), [&](Html& html) {
        if (own) web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, [&] {
            if (place.text.empty()) return html.text(word::kept_thing);
            html.span({web::lang(place.language)}, place.text);
        });
        if (!own) html.p({web::cls("small")}, base::say(word::shared_with_you, visit.language(), {{"name", shared_by}}));
        html.div({web::cls("scrap")}, [&] {
            thing_picture(html, thing);
            html.paragraphs(thing.words);
            html.p({web::cls("when")}, [&] {
                html.time({web::attr("datetime", base::iso(thing.kept_at))},
                          base::day_in_words(thing.kept_at, visit.language(), visit.site.time_zone));
            });
        });
        if (!own) return;
        html.p({web::cls("small")}, word::only_you);
        web::actions(html, [&] {
            if (place.on_map) web::secondary_link(html, place_page(thing.place), word::to_this_place, "kaart");
            web::secondary_link(html, web::path("/rugzak", thing.id.view(), "weg"), word::take_away);
        });
    });
}

}  // namespace

web::Answer show_backpack(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();

    std::vector<KeptThing> things;
    visit.school().read([&](storage::Reads& reads) { things = things_of(reads, visit.school().vault(), visit.who(), {}, on_a_page + 1, before); });
    const bool more = things.size() > on_a_page;
    if (more) things.pop_back();

    const auto atlas = atlases.of(visit.site);
    return visit.page(title_of(visit, word::backpack), [&](Html& html) {
        html.h1({}, word::backpack);
        html.p({web::cls("lead")}, word::backpack_plainly);
        if (before) web::back_link(html, web::path("/rugzak"), word::to_the_newest);
        if (things.empty() && !before) return empty_backpack(html);
        html.p({web::cls("small")}, word::only_you);
        html.ul({web::cls("kept")}, [&] {
            for (const KeptThing& thing : things) {
                const PlaceName place = name_of(*atlas, thing.place, thing.place_name, visit.language());
                thing_card(html, visit, thing, &place);
            }
        });
        older_link(html, things, more);
    }, 200, notice_of(visit));
}

web::Answer show_thing(const atlas::Atlases& atlases, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (!id) return visit.absent();
    std::optional<KeptThing> thing;
    std::string shared_by;
    visit.school().read([&](storage::Reads& reads) {
        thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now());
        if (thing && thing->owner != visit.who().person) shared_by = owner_name(reads, *thing);
    });
    if (!thing) return visit.absent();

    web::Reply page = thing_page(visit, *thing, name_of(*atlases.of(visit.site), thing->place, thing->place_name, visit.language()), shared_by);
    if (thing->owner == visit.who().person) return page;
    return after_record_of_reading(visit, *thing, std::move(page));
}

}  // namespace loopbaankaart::journey

// GET /rugzak/{thing}: one thing, to its owner and to who it is shared with. GET /rugzak/{thing}/eerder: its words before they were changed.
#include "../sharing/kept_things.hpp"
#include "../sharing/sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// Whose it is, for who reads it by a grant.
std::string owner_name(storage::Reads& reads, const KeptThing& thing) {
    const auto owner = access::find_person(reads, thing.owner.value());
    return owner ? owner->name : std::string{};
}

void in_the_bin(Html& html, const access::Visit& visit, const KeptThing& thing) {
    html.p({}, base::say(word::in_bin_until, visit.language(), {{"day", base::day_in_words(*thing.thrown_at + in_the_bin_for, visit.language(), visit.site.time_zone)}}));
    web::form(html, web::path("/rugzak", thing.id.view(), "terug"), visit.form_token, [&] {
        web::actions(html, [&] {
            web::primary_button(html, word::take_back_out, "terug");
            web::secondary_link(html, web::path("/rugzak", thing.id.view(), "voorgoed"), word::remove_for_good);
        });
    });
}

void what_its_owner_can_do(Html& html, const access::Visit& visit, std::span<const Part> parts, const KeptThing& thing, bool on_map) {
    const auto at = [&](std::string_view what) { return web::path("/rugzak", thing.id.view(), what); };
    html.div({web::cls("doings")}, [&] {
        if (!visit.who().left()) web::secondary_link(html, at("anders"), word::change_it, "pen");
        if (on_map) web::secondary_link(html, place_page(thing.place), word::to_this_place, "kaart");
    });
    for (const Part& part : parts)
        if (part.at_own_thing) part.at_own_thing(html, visit, thing);
    if (thing.change) html.p({}, [&] { html.a({web::href(at("eerder"))}, word::how_it_was); });
    web::form(html, at("weg"), visit.form_token, [&] { web::quiet_button(html, word::throw_away); });
}

std::string notice_of_thing(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = done == "anders" ? &word::changed : done_with_share(visit);
    return said ? title_of(visit, *said) : std::string{};
}

struct ShownThing {
    const KeptThing& thing;
    PlaceName place;
    std::string owner_name;  // empty to its owner
    BesideThing beside;
    std::span<const Part> parts;
};

web::Reply thing_page(const access::Visit& visit, const ShownThing& shown) {
    const auto& [thing, place, owner_name, beside, parts] = shown;
    const bool own = thing.owner == visit.who().person;
    return visit.page(title_of(visit, own ? word::kept_thing : word::kept_by_another), [&](Html& html) {
        if (own) web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, [&] {
            if (place.text.empty()) return html.text(own ? word::kept_thing : word::kept_by_another);
            html.span({web::lang(place.language)}, place.text);
        });
        if (!own) html.p({web::cls("small")}, shared_by(visit, owner_name, beside));
        whole_thing(html, visit, thing);
        if (!own) return shared_with_its_reader(html, visit, kept_things, thing.id, beside);
        if (thing.thrown_at) return in_the_bin(html, visit, thing);
        what_its_owner_can_do(html, visit, parts, thing, place.on_map);
        if (!visit.who().left()) shared_by_its_owner(html, visit, kept_things, thing.id, beside);
    }, 200, notice_of_thing(visit));
}

}  // namespace

std::optional<KeptThing> own_thing_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (!id) return std::nullopt;
    std::optional<KeptThing> thing;
    visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    if (thing && thing->owner != visit.who().person) return std::nullopt;
    return thing;
}

web::Answer show_thing(const Desk& desk, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (!id) return visit.absent();
    std::optional<KeptThing> thing;
    std::string by;
    BesideThing about;
    visit.school().read([&](storage::Reads& reads) {
        thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now());
        if (!thing) return;
        if (thing->owner != visit.who().person) by = owner_name(reads, *thing);
        about = beside(reads, visit.school().vault(), visit.who(), as_thing(*thing), visit.site.now());
    });
    if (!thing) return visit.absent();

    const PlaceName place = name_of(*desk.atlases.of(visit.site), thing->place, thing->place_name, visit.language());
    web::Reply page = thing_page(visit, {*thing, place, by, about, desk.parts});
    if (thing->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*thing), std::move(page));
}

web::Answer show_earlier(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing) return visit.absent();
    std::vector<EarlierWords> earlier;
    visit.school().read([&](storage::Reads& reads) { earlier = earlier_words(reads, visit.school().vault(), visit.who(), thing->id); });
    return visit.page(title_of(visit, word::how_it_was), [&](Html& html) {
        web::back_link(html, web::path("/rugzak", thing->id.view()), word::to_this_thing);
        html.h1({}, word::how_it_was);
        const std::string* after = &thing->words;
        for (const EarlierWords& one : earlier) {
            if (one.words != *after)
                html.div({web::cls("scrap")}, [&] {
                    html.paragraphs(one.words);
                    const std::string day = base::day_in_words(one.until, visit.language(), visit.site.time_zone);
                    html.p({web::cls("when")}, base::say(word::until_day, visit.language(), {{"day", day}}));
                });
            after = &one.words;
        }
        html.p({web::cls("small")}, word::only_you);
    });
}

}  // namespace loopbaankaart::journey

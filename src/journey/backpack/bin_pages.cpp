// POST /rugzak/{thing}/weg and …/terug: into the bin, and out of it. GET /rugzak/prullenbak. GET and POST /rugzak/{thing}/voorgoed: gone for good.
#include <memory>

#include "../records/record_pages.hpp"
#include "../removal.hpp"
#include "../sharing/sharing.hpp"
#include "../telling/again.hpp"
#include "../telling/telling_pages.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

using web::Html;

// Sent twice, the second time there is nothing left to do.
web::Answer throw_it_away(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return web::go(web::path("/rugzak/prullenbak"));
    remember_end_of_shares(visit.school(), as_thing(*thing), visit.site.now());
    return web::Write{[&visit, id = thing->id](storage::Writes& writes) {
        throw_away(writes, visit.who(), id, visit.site.now());
        return web::go(web::path("/rugzak/prullenbak").with("gedaan", "weg"));
    }};
}

web::Answer take_it_out(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing) return visit.absent();
    return web::Write{[&visit, id = thing->id](storage::Writes& writes) {
        take_back_out(writes, visit.who(), id);
        return web::go(web::path("/rugzak", id.view()));
    }};
}

web::Answer show_bin(const Desk& desk, const access::Visit& visit) {
    std::vector<KeptThing> things;
    std::vector<Record> records;
    std::vector<Telling> tellings;
    visit.school().read([&](storage::Reads& reads) {
        things = things_in_bin(reads, visit.school().vault(), visit.who());
        records = records_in_bin(reads, visit.school().vault(), visit.who());
        tellings = tellings_in_bin(reads, visit.school().vault(), visit.who());
    });
    const auto atlas = desk.atlases.of(visit.site);
    const std::string notice = visit.request.query["gedaan"] == "weg" ? title_of(visit, word::thrown_away) : std::string{};
    return visit.page(title_of(visit, word::the_bin), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::the_bin);
        html.p({web::cls("lead")}, things.empty() && records.empty() && tellings.empty() ? word::bin_empty : word::bin_plainly);
        html.ul({web::cls("kept")}, [&] {
            for (const KeptThing& thing : things) {
                const PlaceName place = name_of(*atlas, thing.place, thing.place_name, visit.language());
                thing_card(html, visit, thing, &place);
            }
            scraps_in_the_bin(html, visit, desk.parts, records);
            tellings_among_what_was_thrown_away(html, visit, tellings);
        });
    }, 200, notice);
}

namespace {

// What was told of it stays, unless its owner says so.
void in_tellings_too(Html& html, const access::Visit& visit, const std::vector<Holding>& holding) {
    if (holding.empty()) return;
    std::vector<Telling> tellings;
    for (const Holding& each : holding) tellings.push_back(each.telling);
    html.p({}, word::told_as_well);
    booklets(html, visit, tellings);
    web::checkbox(html, {.name = "daar", .label = word::out_of_tellings, .hint = &word::out_of_tellings_what, .value = "ja"});
}

web::Reply removal_page(const access::Visit& visit, const KeptThing& thing, const std::vector<Holding>& holding) {
    return visit.page(title_of(visit, word::remove_for_good), [&](Html& html) {
        html.h1({}, word::take_away_sure);
        html.p({}, word::take_away_what);
        thing_asked_about(html, visit, thing);
        web::form(html, web::path("/rugzak", thing.id.view(), "voorgoed"), visit.form_token, [&] {
            in_tellings_too(html, visit, holding);
            web::actions(html, [&] {
                web::primary_button(html, word::take_away_yes);
                web::secondary_link(html, web::path("/rugzak", thing.id.view()), word::take_away_no);
            });
        });
    }, 200, {}, holding.empty() ? web::Look{} : telling_look);
}

// A telling that goes for good, and what is told in its place, if anything is left of it.
struct Replaced {
    access::Thing before;
    std::shared_ptr<SealedTelling> now;
};

// Its name follows from what it replaces: sent twice, it is told once.
std::vector<Replaced> told_without(const access::Visit& visit, const KeptThing& thing) {
    std::vector<Replaced> replaced;
    for (const Holding& each : tellings_holding(visit.school(), visit.who(), thing)) {
        const Draft draft = told_again(each.telling, each.of_it);
        auto now = may_be_told(draft) && !each.telling.thrown_at
                       ? std::make_shared<SealedTelling>(visit.school(), visit.who(), draft, removal_of(each.telling.id, thing.id), visit.site.now()) : nullptr;
        if (now && now->telling().pages.empty()) now = nullptr;
        replaced.push_back({as_thing(each.telling), std::move(now)});
    }
    return replaced;
}

void replace(storage::Writes& writes, storage::School& school, const access::Viewer& viewer, const Replaced& telling) {
    if (telling.now) tell(writes, school.vault(), viewer, *telling.now);
    remove_telling(writes, school.media(), telling.before);
}

}  // namespace

web::Answer ask_removal(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing) return visit.absent();
    return web::Slow{[&visit, thing = *thing]() -> web::Answer { return removal_page(visit, thing, tellings_holding(visit.school(), visit.who(), thing)); }};
}

web::Answer remove_kept(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    const web::Url afterwards = web::path("/rugzak").with("gedaan", "weg");
    if (!thing) return web::go(afterwards);
    return web::Slow{[&visit, thing = *thing, afterwards]() -> web::Answer {
        const auto replaced = visit.request.form["daar"] == "ja" ? told_without(visit, thing) : std::vector<Replaced>{};
        for (const Replaced& each : replaced) remember_telling_removal(visit.school(), each.before, visit.site.now());
        record_removal(visit.school(), visit.who().person, thing.id, visit.site.now());
        return web::Write{[&visit, id = thing.id, replaced, afterwards](storage::Writes& writes) {
            for (const Replaced& each : replaced) replace(writes, visit.school(), visit.who(), each);
            remove_thing(writes, visit.school().media(), visit.who().person, id);
            return web::go(afterwards);
        }};
    }};
}

}  // namespace loopbaankaart::journey

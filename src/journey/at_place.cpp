// What the viewer can do at a place, and what they did and kept there.
#include <fmt/format.h>

#include <algorithm>

#include "backpack/thing_form.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t kept_in_sight = 10;  // the rest is in the backpack
constexpr std::size_t most_times_named = 3;  // the rest is in the journey

struct AtPlace {
    std::vector<PlaceVisit> visits;  // here, oldest first
    std::vector<KeptThing> kept;
};

AtPlace look(const access::Visit& visit, std::string_view place) {
    AtPlace found;
    visit.school().read([&](storage::Reads& reads) {
        found.visits = visits_at(reads, visit.who(), place);
        found.kept = things_of(reads, visit.school().vault(), visit.who(), place, kept_in_sight, {});
    });
    return found;
}

bool is_here(const std::vector<PlaceVisit>& visits) {
    return std::ranges::any_of(visits, [](const PlaceVisit& each) { return !each.until; });
}

// Of the visit that was just made or ended, and only while it is still so.
void undo(Html& html, const access::Visit& visit, std::string_view done, const std::vector<PlaceVisit>& visits) {
    const std::string_view id = visit.request.query["bezoek"];
    const auto found = std::ranges::find_if(visits, [&](const PlaceVisit& each) { return each.id.view() == id; });
    if (found == visits.end()) return;
    const bool moved_on = done == "verder";
    if (moved_on && (!found->until || is_here(visits))) return;
    if (done == "hier" && found->until) return;
    web::form(html, web::path("/reis", id, moved_on ? "terug" : "weg"), visit.form_token, [&] {
        web::hidden(html, "plek", found->place);
        if (moved_on) web::hidden(html, "einde", std::to_string(base::milliseconds(*found->until)));
        web::quiet_button(html, word::undo);
    });
}

void what_was_done(Html& html, const access::Visit& visit, const std::vector<PlaceVisit>& visits) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "bewaard") web::notice(html, word::kept);
    if (done == "ongedaan") web::notice(html, word::undone);
    if (done != "hier" && done != "was" && done != "verder") return;
    html.div({web::cls("undoable")}, [&] {
        web::notice(html, done == "hier" ? word::you_arrived : done == "was" ? word::you_told : word::you_went_on);
        undo(html, visit, done, visits);
    });
}

// "Je was hier: zomer 2024, 2025."
void earlier_visits(Html& html, const access::Visit& visit, const std::vector<PlaceVisit>& visits) {
    std::vector<std::string> times;
    for (auto each = visits.rbegin(); each != visits.rend() && times.size() < most_times_named; ++each) {
        if (!each->until) continue;
        std::string time = when_in_words(*each, visit.language(), visit.site.time_zone);
        if (std::ranges::find(times, time) == times.end()) times.push_back(std::move(time));
    }
    if (times.empty()) return;
    html.p({web::cls("was-here")}, [&] {
        web::symbol(html, "voetstappen");
        html.a({web::href(web::path("/reis"))}, base::say(word::you_were_here, visit.language(), {{"when", fmt::format("{}", fmt::join(times, ", "))}}));
    });
}

void say_here(Html& html) {
    html.p({web::cls("state here")}, [&] {
        web::symbol(html, "vlag");
        html.text(word::you_are_here);
    });
}

void be_here(Html& html, const access::Visit& visit, std::string_view place, bool here) {
    if (here) {
        if (visit.request.query["gedaan"] != "hier") say_here(html);  // who just arrived was told so
        return web::form(html, web::path("/kaart", place, "verder"), visit.form_token, [&] { web::secondary_button(html, word::go_on, "voetstappen"); });
    }
    web::form(html, web::path("/kaart", place, "hier"), visit.form_token, visit.site.new_id(), [&] { web::primary_button(html, word::i_am_here, "vlag"); });
}

void keep_here(Html& html, const access::Visit& visit, std::string_view place) {
    html.details({web::cls("keep")}, [&] {
        html.summary({web::cls("secondary")}, [&] {
            web::symbol(html, "rugzak");
            html.span({}, word::keep_something);
        });
        keep_form(html, visit, place, {{}, {}});
    });
}

void kept_here(Html& html, const access::Visit& visit, const std::vector<KeptThing>& things) {
    if (things.empty()) return;
    html.h2({}, word::kept_here);
    html.ul({web::cls("kept")}, [&] {
        for (const KeptThing& thing : things) thing_card(html, visit, thing, nullptr);
    });
    html.p({}, [&] { html.a({web::href(web::path("/rugzak"))}, word::to_the_backpack); });
}

}  // namespace

// One is at a place, not at a thing that one takes along.
void own_at_place(Html& html, const access::Visit& visit, const atlas::Place& place) {
    const bool is_place = place.what == atlas::What::place;
    const AtPlace found = look(visit, place.id);
    what_was_done(html, visit, found.visits);
    html.h2({web::cls("spoken")}, is_place ? word::you_here : word::yours);
    pockets_strip(html, parts(), {}, place.id);
    for (const Part& part : parts())
        if (part.pocket && part.pocket->open && part.pocket->at_place.view() == place.id) part.pocket->open(html, visit);
    if (!visit.who().left()) html.div({web::cls("doings")}, [&] {
        if (is_place) be_here(html, visit, place.id, is_here(found.visits));
        if (is_place) web::secondary_link(html, web::path("/kaart", place.id, "was-hier"), word::i_was_here, "voetstappen");
        keep_here(html, visit, place.id);
    });
    earlier_visits(html, visit, found.visits);
    kept_here(html, visit, found.kept);
    html.p({web::cls("small")}, word::only_you);
}

}  // namespace loopbaankaart::journey

// What the map shows of its viewer, and what they can do at a place.
#include "pages.hpp"

namespace loopbaankaart::journey {

namespace {

using atlas::State;
using web::Html;

constexpr std::size_t kept_in_sight = 10;  // the rest is in the backpack

struct AtPlace {
    State state = State::untravelled;
    std::vector<KeptThing> kept;
};

State state_at(const std::vector<PlaceVisit>& visits, std::string_view place) {
    State state = State::untravelled;
    for (const PlaceVisit& visit : visits) {
        if (visit.place != place) continue;
        if (!visit.until) return State::here;
        state = State::was_here;
    }
    return state;
}

AtPlace look(const access::Visit& visit, std::string_view place) {
    AtPlace found;
    visit.school().read([&](storage::Reads& reads) {
        found.state = state_at(visits_of(reads, visit.who()), place);
        found.kept = things_of(reads, visit.school().vault(), visit.who(), place, kept_in_sight, {});
    });
    return found;
}

void what_was_done(Html& html, std::string_view done) {
    if (done == "bewaard") web::notice(html, word::kept);
    if (done == "hier") web::notice(html, word::you_arrived);
    if (done == "verder") web::notice(html, word::you_went_on);
}

void state_of(Html& html, web::Literal symbol_name, const base::Word& state) {
    web::symbol(html, symbol_name);
    html.text(state);
}

void be_here(Html& html, const access::Visit& visit, std::string_view place, State state) {
    if (state == State::here) {
        html.p({web::cls("state here")}, [&] { state_of(html, "vlag", word::you_are_here); });
        web::form(html, web::path("/kaart", place, "verder"), visit.form_token, [&] {
            web::actions(html, [&] { web::secondary_button(html, word::go_on, "voetstappen"); });
        });
        return;
    }
    if (state == State::was_here) html.p({web::cls("state was-here")}, [&] { state_of(html, "voetstappen", word::you_were_here); });
    web::form(html, web::path("/kaart", place, "hier"), visit.form_token, visit.site.new_id(), [&] {
        web::actions(html, [&] { web::primary_button(html, word::i_am_here, "vlag"); });
    });
}

void keep_form(Html& html, const access::Visit& visit, std::string_view place) {
    web::form(html, web::path("/kaart", place, "bewaren"), visit.form_token, visit.site.new_id(), [&] {
        web::text_area(html, {.name = "woorden", .label = word::keep_something, .hint = &word::keep_hint}, 4);
        web::actions(html, [&] { web::secondary_button(html, word::keep, "rugzak"); });
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

class Journey final : public atlas::Traveller {
public:
    std::vector<atlas::Stay> stays(const access::Visit& visit) const override {
        std::vector<atlas::Stay> stays;
        if (!visit.viewer || !visit.viewer->content_open) return stays;
        visit.school().read([&](storage::Reads& reads) {
            for (const PlaceVisit& each : visits_of(reads, visit.who())) stays.push_back({each.place, !each.until});
        });
        return stays;
    }

    // One is at a place, not at a thing that one takes along.
    void at_place(Html& html, const access::Visit& visit, const atlas::Place& place) const override {
        const bool is_place = place.what == atlas::What::place;
        html.section({web::cls("card at-place"), web::id("jij-hier")}, [&] {
            if (!visit.viewer) return invite_in(html, place.id);
            if (!visit.viewer->content_open) return html.p({}, word::content_closed);
            const AtPlace found = look(visit, place.id);
            what_was_done(html, visit.request.query["gedaan"]);
            html.h2({}, is_place ? word::you_here : word::yours);
            if (is_place) be_here(html, visit, place.id, found.state);
            keep_form(html, visit, place.id);
            kept_here(html, visit, found.kept);
            html.p({web::cls("small")}, word::only_you);
        });
    }

private:
    static void invite_in(Html& html, std::string_view place) {
        html.p({}, word::sign_in_to_keep);
        web::actions(html, [&] { web::secondary_link(html, web::path("/inloggen").with("naar", place_page(place).text()), word::sign_in, "mens"); });
    }
};

}  // namespace

const atlas::Traveller& traveller() {
    static const Journey journey;
    return journey;
}

}  // namespace loopbaankaart::journey

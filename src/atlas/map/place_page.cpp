// /kaart/{place}: what a place is, who was there before, and what the traveller can do there.
#include <atlas/words.hpp>

#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::cls, web::href, web::Html;

void kinds_of(Html& html, const Place& place) {
    if (place.kinds.empty()) return;
    html.ul({cls("kinds"), web::attr("aria-label", word::kinds_label.in(html.language()))}, [&] {
        for (Kind kind : place.kinds) {
            const KindWords words = words_for(kind);
            html.li({}, [&] {
                web::symbol(html, words.symbol);
                html.span({}, [&] {
                    html.text(words.name);
                    html.text(": ");
                    html.text(words.plain);
                });
            });
        }
    });
}

void place_link(Html& html, const Place& place) {
    base::Language spoken{};
    const PlaceWords& words = place.in(html.language(), spoken);
    const web::Url page = web::path("/kaart", place.id);
    html.a({href(page), spoken_in(spoken, html)}, words.name);
}

void neighbours(Html& html, const Place& place, const Atlas& atlas) {
    if (const Place* around = atlas.find(place.within)) {
        html.p({}, [&] {
            html.text(word::lies_within);
            html.text(" ");
            place_link(html, *around);
            html.text(".");
        });
    }
    std::vector<const Place*> inside;
    for (const Place& other : atlas.places)
        if (other.within == place.id) inside.push_back(&other);
    if (inside.empty()) return;
    html.p({}, [&] {
        html.text(word::within_this);
        for (const Place* other : inside) {
            html.text(other == inside.front() ? " " : ", ");
            place_link(html, *other);
        }
        html.text(".");
    });
}

void voices_of(Html& html, const PlaceWords& words, base::Language spoken) {
    if (words.voices.empty()) return;
    html.h2({}, word::voices);
    html.div({cls("voices"), spoken_in(spoken, html)}, [&] {
        for (const std::string& voice : words.voices) html.blockquote({}, voice);
    });
}

void for_companions(Html& html, const PlaceWords& words, base::Language spoken) {
    html.details({}, [&] {
        html.summary({}, word::how_it_may_show);
        html.p({spoken_in(spoken, html)}, words.how_it_may_show);
    });
}

}  // namespace

web::Answer MapPages::place(const access::Visit& visit) const {
    const std::shared_ptr<const Atlas> atlas = atlases.of(visit.site);
    const Place* place = atlas->find(visit.request.parameter("place"));
    if (place == nullptr) return visit.absent();
    base::Language spoken{};
    const PlaceWords& words = place->in(visit.language(), spoken);
    return visit.page(words.name, [&](Html& html) {
        html.article({cls("place-page")}, [&] {
            web::back_link(html, web::path("/kaart"), word::to_map);
            if (!place->landmark.empty()) html.div({cls("scene")}, [&] { web::landmark(html, place->landmark); });
            html.h1({spoken_in(spoken, html)}, words.name);
            html.p({cls("plain"), spoken_in(spoken, html)}, words.plain_name);
            kinds_of(html, *place);
            html.p({spoken_in(spoken, html)}, words.what_it_is);
            neighbours(html, *place, *atlas);
            if (traveller != nullptr) traveller->at_place(html, visit, *place);
            voices_of(html, words, spoken);
            for_companions(html, words, spoken);
        });
    });
}

}  // namespace loopbaankaart::atlas

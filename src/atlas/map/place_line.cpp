#include <fmt/format.h>

#include <algorithm>

#include <atlas/words.hpp>

#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::cls, web::href, web::Html;

// "ook: hulpbron, parkeren"
std::string also(const std::vector<Kind>& kinds, base::Language language) {
    std::string names;
    for (Kind kind : kinds) names += (names.empty() ? "" : ", ") + std::string{words_for(kind).name.in(language)};
    return base::say(word::also_kind, language, {{"kinds", names}});
}

web::Literal look(const ListedPlace& listed, const ListQuery& query) {
    if (!query.kind) return "place";
    return listed.fits ? web::Literal{"place fits"} : web::Literal{"place aside"};
}

}  // namespace

web::Attribute spoken_in(base::Language spoken, const Html& html) {
    return {"lang", base::code(spoken), spoken != html.language()};
}

void state_line(Html& html, const States& states, std::string_view place) {
    const auto found = states.find(place);
    if (found == states.end() || found->second == State::untravelled) return;
    const bool here = found->second == State::here;
    html.span({here ? cls("state here") : cls("state was-here")}, [&] {
        web::symbol(html, here ? web::Literal{"vlag"} : web::Literal{"voetstappen"});
        html.text(here ? word::state_here : word::state_was_here);
    });
}

std::string marks_in_words(const std::vector<TrailMark>& marks, std::string_view place, base::Language language) {
    std::vector<std::string_view> names;  // each once: how many there are is nobody's business
    for (const TrailMark& one : marks)
        if (one.place == place && std::ranges::find(names, one.name->in(language)) == names.end()) names.push_back(one.name->in(language));
    if (names.empty()) return {};
    return base::say(word::marks_here, language, {{"what", fmt::format("{}", fmt::join(names, ", "))}});
}

// A place stays when one inside it does.
std::string words_to_find(const ListedPlace& listed) {
    std::string words = searchable(*listed.words);
    for (const ListedPlace& inside : listed.inside) words += " " + words_to_find(inside);
    return words;
}

namespace {

// What the eye sees beside the trail on the drawing.
void marks_of(Html& html, const MapView& view, std::string_view place) {
    const auto here = [&](const TrailMark& one) { return one.place == place; };
    if (std::ranges::none_of(view.marks, here)) return;
    html.ul({cls("trail-marks")}, [&] {
        for (const TrailMark& one : view.marks)
            if (here(one))
                html.li({}, [&] {
                    html.a({href(one.page)}, [&] {
                        web::symbol(html, one.symbol);
                        html.span({}, [&] {
                            html.text(*one.name);
                            if (!one.words.empty()) html.text(": " + one.words);
                        });
                    });
                });
    });
}

}  // namespace

void place_line(Html& html, const ListedPlace& listed, const MapView& view) {
    const Place& place = *listed.place;
    const ListQuery& query = view.address.query;
    const std::string to_find = words_to_find(listed);
    const web::Url page = MapAddress{.as_list = true}.url(place.id);
    html.li({cls(look(listed, query)), attr("data-zoek", to_find)}, [&] {
        html.a({href(page)}, [&] {
            place_picture(html, *view.atlas.chart, place);
            html.span({cls("name"), spoken_in(listed.spoken, html)}, listed.words->name);
            html.span({cls("plain"), spoken_in(listed.spoken, html)}, listed.words->plain_name);
            if (!listed.other_kinds.empty()) html.span({cls("also")}, also(listed.other_kinds, html.language()));
            state_line(html, view.states, place.id);
            // What the eye sees by the others stepping back.
            if (query.kind && listed.fits) html.span({cls("spoken")}, words_for(*query.kind).name);
        });
        marks_of(html, view, place.id);
        if (listed.inside.empty()) return;
        html.ul({cls("place-list inside")}, [&] {
            for (const ListedPlace& inside : listed.inside) place_line(html, inside, view);
        });
    });
}

}  // namespace loopbaankaart::atlas

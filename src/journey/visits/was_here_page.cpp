// GET and POST /kaart/{place}/was-hier: when it was, as people say it.
#include <array>

#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What is sent is read as if it was typed.
struct Offered {
    std::string_view sent;
    const base::Word& shown;
};
constexpr std::array<Offered, 8> offered{{{"vandaag", word::when_today}, {"deze week", word::when_this_week}, {"deze maand", word::when_this_month},
    {"dit schooljaar", word::when_this_school_year}, {"vorig schooljaar", word::when_last_school_year}, {"vorig jaar", word::when_last_year},
    {"langer geleden", word::when_longer_ago}, {"weet ik niet meer", word::when_forgotten}}};

void ways_to_say(Html& html, const access::Visit& visit, const web::Url& to) {
    web::form(html, to, visit.form_token, visit.site.new_id(), [&] {
        html.div({web::cls("doings")}, [&] {
            for (const Offered& each : offered) web::secondary_button(html, each.shown, "", {.name = "wanneer", .value = each.sent});
        });
    });
}

// A form of its own, so that Enter sends what is typed.
void own_way(Html& html, const access::Visit& visit, const web::Url& to, const base::Error* error) {
    web::form(html, to, visit.form_token, visit.site.new_id(), [&] {
        const web::Field wanneer{.name = "wanneer", .label = word::when_own_way, .hint = &word::when_own_way_hint, .value = visit.request.form["wanneer"],
                                 .error = error, .optional = true};
        web::text_field(html, wanneer);
        web::actions(html, [&] { web::primary_button(html, word::i_was_here, "voetstappen"); });
    });
}

web::Reply when_page(const access::Visit& visit, const atlas::Atlas& atlas, const atlas::Place& place, const base::Error* error) {
    web::FieldErrors errors;
    if (error != nullptr) errors.add("wanneer", *error);
    const web::Url to = web::path("/kaart", place.id, "was-hier");
    return visit.page(title_of(visit, word::i_was_here), [&](Html& html) {
        web::back_link(html, place_page(place.id), word::to_the_place);
        html.h1({}, word::when_was_it);
        html.div({web::cls("stay")}, [&] { visit_line(html, atlas, {.place = place.id}, {}); });
        web::error_summary(html, errors);
        if (error == nullptr) ways_to_say(html, visit, to);
        own_way(html, visit, to, error);
        if (error != nullptr) ways_to_say(html, visit, to);
        html.p({web::cls("small")}, word::only_you);
    }, error == nullptr ? 200 : 422);
}

const atlas::Place* place_asked(const atlas::Atlas& atlas, const access::Visit& visit) {
    const atlas::Place* place = atlas.find(visit.request.parameter("place"));
    return place != nullptr && place->what == atlas::What::place ? place : nullptr;
}

}  // namespace

web::Answer ask_when(const atlas::Atlases& atlases, const access::Visit& visit) {
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = place_asked(*atlas, visit);
    if (place == nullptr) return visit.absent();
    return when_page(visit, *atlas, *place, nullptr);
}

web::Answer was_here(const atlas::Atlases& atlases, const access::Visit& visit) {
    const auto atlas = atlases.of(visit.site);
    const atlas::Place* place = place_asked(*atlas, visit);
    if (place == nullptr) return visit.absent();
    const auto period = understood(visit.request.form["wanneer"], {visit.site.now(), visit.site.time_zone});
    if (!period) return when_page(visit, *atlas, *place, &period.error());
    return add_visit(visit, told(visit_now(visit, *atlas, *place), *period), "was");
}

}  // namespace loopbaankaart::journey

// GET and POST /rugzak/{thing}/weg: taking away what I kept, for good.
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<KeptThing> own_thing_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("thing"));
    if (!id) return std::nullopt;
    std::optional<KeptThing> thing;
    visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    if (thing && thing->owner != visit.who().person) return std::nullopt;
    return thing;
}

}  // namespace

web::Answer ask_removal(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing) return visit.absent();
    return visit.page(title_of(visit, word::take_away), [&](Html& html) {
        html.h1({}, word::take_away_sure);
        html.p({}, word::take_away_what);
        thing_asked_about(html, visit, *thing);
        web::form(html, web::path("/rugzak", thing->id.view(), "weg"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_away_yes);
                web::secondary_link(html, web::path("/rugzak", thing->id.view()), word::take_away_no);
            });
        });
    });
}

// Sent twice, the second time there is nothing left to do.
web::Answer remove_kept(const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    const web::Url afterwards = web::path("/rugzak").with("gedaan", "weg");
    if (!thing) return web::go(afterwards);
    record_removal(visit.school().vault(), visit.who(), thing->id, visit.site.now());
    return web::Write{[&visit, id = thing->id, picture = thing->picture, afterwards](storage::Writes& writes) {
        remove_thing(writes, visit.who(), id);
        if (picture) visit.school().media().remove(*picture);
        return web::go(afterwards);
    }};
}

}  // namespace loopbaankaart::journey

// GET and POST /reis/{visit}/weg: taking a visit away; without the question right after it was made.
#include "../pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<PlaceVisit> own_visit_asked(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("visit"));
    if (!id) return std::nullopt;
    std::optional<PlaceVisit> found;
    visit.school().read([&](storage::Reads& reads) { found = find_visit(reads, visit.who(), *id); });
    return found;
}

}  // namespace

web::Answer ask_visit_removal(const atlas::Atlases& atlases, const access::Visit& visit) {
    const auto found = own_visit_asked(visit);
    if (!found) return visit.absent();
    const auto atlas = atlases.of(visit.site);
    return visit.page(title_of(visit, word::take_away), [&](Html& html) {
        html.h1({}, word::take_away_sure);
        html.div({web::cls("stay")}, [&] { visit_line(html, *atlas, *found, when_in_words(*found, visit.language(), visit.site.time_zone)); });
        html.p({}, word::take_visit_away_what);
        web::form(html, web::path("/reis", found->id.view(), "weg"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_away_yes);
                web::secondary_link(html, web::path("/reis"), word::take_away_no);
            });
        });
    });
}

// Sent twice, the second time there is nothing left to do.
web::Answer take_visit_away(const access::Visit& visit) {
    const std::string_view place = visit.request.form["plek"];
    const web::Url afterwards = place.empty() ? web::path("/reis").with("gedaan", "weg") : place_page(place, "ongedaan");
    const auto found = own_visit_asked(visit);
    if (!found) return web::go(afterwards);
    record_visit_removal(visit.school(), visit.who(), found->id, visit.site.now());
    return web::Write{[viewer = visit.who(), id = found->id, afterwards](storage::Writes& writes) {
        remove_visit(writes, viewer, id);
        return web::go(afterwards);
    }};
}

}  // namespace loopbaankaart::journey

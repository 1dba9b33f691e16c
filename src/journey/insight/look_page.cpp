// GET /rugzak/{thing}/blik: one way of looking at what happened, of the place where it was kept; ?n= asks for another. Nothing of it is stored.
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct Looks {
    std::vector<std::string> all;
    base::Language language = base::Language::nl;
};

// Those of the place; of the backpack, for what is loose or where the place has none.
Looks looks_at(const atlas::Atlas& atlas, std::string_view place, base::Language language) {
    Looks looks;
    for (const std::string_view id : {place, std::string_view{"rugzak"}}) {
        const atlas::Place* found = atlas.find(id);
        if (found != nullptr && looks.all.empty()) looks.all = found->in(language, looks.language).looks;
    }
    return looks;
}

}  // namespace

web::Answer look_anew(const Desk& desk, const access::Visit& visit) {
    const auto thing = own_thing_asked(visit);
    if (!thing || thing->thrown_at) return not_there(visit);
    const Looks looks = looks_at(*desk.atlases.of(visit.site), thing->place, visit.language());
    if (looks.all.empty()) return visit.absent();
    const auto turned = base::whole_number(visit.request.query["n"]).value_or(0);
    const std::size_t count = looks.all.size(), more = turned > 0 ? static_cast<std::size_t>(turned) % count : 0;
    const std::chrono::sys_days today{base::day_of(visit.site.now(), visit.site.time_zone)};
    const std::string& look = looks.all[(look_of_today(thing->id, today, count) + more) % count];
    const web::Url page = web::path("/rugzak", thing->id.view());
    return visit.page(title_of(visit, word::look_anew), [&](Html& html) {
        web::back_link(html, page, word::to_this_experience);
        html.h1({}, word::look_anew);
        html.div({web::cls("laid-beside")}, [&] {
            html.div({web::cls("look")}, [&] {
                html.p({web::lang(looks.language)}, look);
                if (count > 1) html.a({web::cls("quiet"), web::href(web::path("/rugzak", thing->id.view(), "blik").with("n", std::to_string(more + 1)))}, word::one_more_look);
            });
            thing_asked_about(html, visit, *thing);
        });
        if (!visit.who().left()) html.p({}, [&] { html.a({web::href(web::path("/rugzak", thing->id.view(), "inzicht"))}, word::what_did_it_mean); });
    }, 200, {}, insight_look);
}

}  // namespace loopbaankaart::journey

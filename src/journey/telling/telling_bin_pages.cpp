// POST /verteld/{telling}/weg and …/terug: into the bin, and out of it. GET and POST …/voorgoed: gone for good.
#include "../sharing/sharing.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

web::Url bin() { return web::path("/rugzak/prullenbak"); }

}  // namespace

// Sent twice, the second time there is nothing left to do.
web::Answer throw_telling_out(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    if (!telling || telling->thrown_at) return web::go(bin());
    remember_end_of_shares(visit.school(), as_thing(*telling), visit.site.now());
    return web::Write{[&visit, thing = as_thing(*telling)](storage::Writes& writes) {
        throw_telling_away(writes, thing, visit.site.now());
        return web::go(bin().with("gedaan", "weg"));
    }};
}

web::Answer take_telling_out(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    if (!telling) return visit.absent();
    return web::Write{[thing = as_thing(*telling)](storage::Writes& writes) {
        take_telling_back_out(writes, thing);
        return web::go(page_of_telling(thing.id));
    }};
}

web::Answer ask_telling_removal(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    if (!telling) return visit.absent();
    return visit.page(title_of(visit, word::remove_for_good), [&](Html& html) {
        html.h1({}, word::take_away_sure);
        html.p({}, word::telling_removal_what);
        booklets(html, visit, {*telling});
        web::form(html, web::path("/verteld", telling->id.view(), "voorgoed"), visit.form_token, [&] {
            web::actions(html, [&] {
                web::primary_button(html, word::take_away_yes);
                web::secondary_link(html, page_of_telling(telling->id), word::take_away_no);
            });
        });
    }, 200, {}, telling_look);
}

web::Answer remove_telling_for_good(const access::Visit& visit) {
    const auto telling = own_telling_asked(visit);
    const web::Url afterwards = web::path("/verteld").with("gedaan", "weg");
    if (!telling) return web::go(afterwards);
    remember_telling_removal(visit.school(), as_thing(*telling), visit.site.now());
    return web::Write{[&visit, thing = as_thing(*telling), afterwards](storage::Writes& writes) {
        remove_telling(writes, visit.school().media(), thing);
        return web::go(afterwards);
    }};
}

void tellings_among_what_was_thrown_away(Html& html, const access::Visit& visit, const std::vector<Telling>& tellings) {
    for (const Telling& telling : tellings)
        html.li({web::cls("scrap")}, [&] {
            html.a({web::href(page_of_telling(telling.id))}, [&] {
                html.p({web::lang(telling.language)}, title_of(telling, telling.language));
                html.p({web::cls("when")}, [&] {
                    html.time({web::attr("datetime", base::iso(telling.told_at))}, base::day_in_words(telling.told_at, visit.language(), visit.site.time_zone));
                });
            });
        });
}

}  // namespace loopbaankaart::journey

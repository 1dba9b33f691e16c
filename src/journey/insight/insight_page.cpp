// GET /inzichten/{record}: one insight, to its owner and to who it is shared with.
#include "../sharing/sharing_pages.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::string notice_of(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "bewaard") return title_of(visit, word::kept);
    if (done == "anders") return title_of(visit, word::changed);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

// What is read together with it.
struct Around {
    Behind behind;
    BesideThing shared;
    std::string owner_name;  // empty to its owner
};

// Two soft ways on; neither has to be gone.
void ways_on(Html& html, const Record& insight, bool has_word) {
    html.div({web::cls("doings")}, [&] {
        web::secondary_link(html, page_of_insight(insight, "naast"), beside_of(insight) ? word::lay_another_beside : word::lay_one_beside, "plus");
        web::secondary_link(html, page_of_insight(insight, "kernwoord"), has_word ? word::another_word : word::give_it_a_word, "pen");
    });
}

void what_its_owner_can_do(Html& html, const access::Visit& visit, const Record& insight, const Around& around) {
    const Behind& behind = around.behind;
    const bool writes = !visit.who().left(), there = behind.experience && !behind.experience->thrown_at;
    html.ul({web::cls("ways")}, [&] {
        if (there) html.li({}, [&] { html.a({web::href(web::path("/rugzak", behind.experience->id.view(), "blik"))}, word::look_anew); });
        if (there && writes) html.li({}, [&] { html.a({web::href(web::path("/rugzak", behind.experience->id.view(), "buiten"))}, word::outside); });
        if (writes) html.li({}, [&] { html.a({web::href(page_of_insight(insight, "anders"))}, word::change_it); });
    });
    record_ways(html, visit, insight);
    if (writes) shared_by_its_owner(html, visit, shared_insights(), insight.id, around.shared);
}

web::Reply insight_page(const access::Visit& visit, const atlas::Atlas& atlas, const Record& insight, const Around& around) {
    const Insight is = insight_of(insight);
    const bool own = insight.owner == visit.who().person;
    return visit.page(line_of_insight(insight, visit.language()), [&](Html& html) {
        if (own) web::back_link(html, web::path("/inzichten"), word::to_the_insights);
        if (is.word.empty()) html.h1({}, word::insight);
        else html.h1({web::cls("kernwoord")}, [&] { html.span({}, is.word); });
        if (!own) html.p({web::cls("small")}, shared_by(visit, around.owner_name, around.shared));
        html.div({web::cls("laid-beside")}, [&] {
            experiences(html, visit, atlas, around.behind);
            html.div({web::cls("meant")}, [&] {
                what_it_says(html, is, Heading::second);
                if (own && !visit.who().left()) ways_on(html, insight, !is.word.empty());
            });
        });
        if (!own) return shared_with_its_reader(html, visit, shared_insights(), insight.id, around.shared);
        what_its_owner_can_do(html, visit, insight, around);
    }, 200, notice_of(visit), insight_look);
}

}  // namespace

web::Answer show_insight(const Desk& desk, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> insight;
    Around found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        insight = find_record(reads, vault, visit.who(), RecordKind::insight, *id, visit.site.now());
        if (!insight) return;
        found.behind = behind(reads, vault, visit.who(), *insight, visit.site.now());
        found.shared = beside(reads, vault, visit.who(), as_thing(*insight), visit.site.now());
        const auto owner = insight->owner == visit.who().person ? std::nullopt : access::find_person(reads, *insight->owner);
        if (owner) found.owner_name = owner->name;
    });
    if (!insight) return visit.absent();
    if (insight->thrown_at) return web::go(web::path("/eigen", insight->id.view()));
    web::Reply page = insight_page(visit, *desk.atlases.of(visit.site), *insight, found);
    if (insight->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*insight), std::move(page));
}

}  // namespace loopbaankaart::journey

#include "insight_html.hpp"
#include "insight_pages.hpp"

namespace loopbaankaart::journey {

namespace {

void show(web::Html& html, const access::Visit&, const Record& record) {
    const Insight insight = insight_of(record);
    if (!insight.word.empty()) html.h3({}, insight.word);
    what_it_says(html, insight);
}

constexpr RecordForm forms[] = {{RecordKind::insight, check_insight, line_of_insight, show, [](const base::Id& id) { return page_of_insight(id); }}};

// One quiet way in, and what was found there before. It is asked nowhere else.
void at_own_thing(web::Html& html, const access::Visit& visit, const KeptThing& thing) {
    std::vector<Record> insights;
    visit.school().read([&](storage::Reads& reads) { insights = records_from(reads, visit.school().vault(), visit.who(), link_to(thing)); });
    if (!visit.who().left()) html.p({}, [&] { html.a({web::href(web::path("/rugzak", thing.id.view(), "inzicht"))}, word::what_did_it_mean); });
    std::erase_if(insights, [](const Record& record) { return record.kind != RecordKind::insight; });
    if (insights.empty()) return;
    html.ul({web::cls("lines"), web::attr("aria-label", word::insights.in(visit.language()))}, [&] {
        for (const Record& insight : insights)
            html.li({}, [&] {
                web::symbol(html, "inzicht");
                html.span({}, [&] { html.a({web::href(page_of_insight(insight.id))}, line_of_insight(insight, visit.language())); });
            });
    });
}

}  // namespace

Part insight_part() {
    return {.code = "inzicht", .pocket = Pocket{"inzicht", word::insights, word::insights_short, "/inzichten", "rugzak"}, .records = forms, .at_own_thing = at_own_thing,
            .routes = insight_routes};
}

}  // namespace loopbaankaart::journey

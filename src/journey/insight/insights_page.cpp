// GET /inzichten: all of them, newest first, each by its kernwoord.
#include "insight_html.hpp"
#include "insight_pages.hpp"

#include "../first_words.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 24, excerpt_bytes = 160;

void strip(Html& html, const access::Visit& visit, const Record& insight) {
    const Insight is = insight_of(insight);
    html.li({web::cls("strip")}, [&] {
        html.a({web::href(page_of_insight(insight.id))}, [&] {
            if (!is.word.empty()) html.p({web::cls("kernwoord")}, is.word);
            const std::string_view begins = first_words(is.happened, excerpt_bytes);
            html.paragraphs(std::string{begins} + (begins.size() < is.happened.size() ? "…" : ""));
            if (is.word.empty() && is.happened.empty()) html.p({}, word::insight);
            html.p({web::cls("when")}, [&] {
                html.time({web::attr("datetime", base::iso(insight.made_at))}, base::day_in_words(insight.made_at, visit.language(), visit.site.time_zone));
            });
        });
    });
}

void none_yet(Html& html) {
    web::empty_place(html, "inzicht", word::no_insights, [&] {
        web::actions(html, [&] { web::primary_link(html, web::path("/rugzak"), word::to_the_backpack, "rugzak"); });
    });
}

}  // namespace

web::Answer show_insights(const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    std::vector<Record> insights;
    visit.school().read([&](storage::Reads& reads) { insights = records_of(reads, visit.school().vault(), visit.who(), RecordKind::insight, on_a_page + 1, before); });
    const bool more = insights.size() > on_a_page;
    if (more) insights.pop_back();
    return visit.page(title_of(visit, word::insights), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::insights);
        html.p({web::cls("lead")}, word::insights_plainly);
        if (before) web::back_link(html, web::path("/inzichten"), word::to_the_newest);
        if (insights.empty() && !before) return none_yet(html);
        html.ul({web::cls("strips")}, [&] {
            for (const Record& insight : insights) strip(html, visit, insight);
        });
        if (more) web::actions(html, [&] { web::secondary_link(html, web::path("/inzichten").with("voor", insights.back().id.view()), word::older, "pijl"); });
        html.p({}, [&] { html.a({web::href(web::path("/verhaal-over-mij"))}, word::self_story); });
        html.p({web::cls("small")}, word::only_you);
    }, 200, {}, insight_look);
}

}  // namespace loopbaankaart::journey

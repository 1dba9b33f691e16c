#include <map>

#include "../moments/moments.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "self_story.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

std::string line_of_story(const Record&, base::Language language) { return std::string{word::self_story.in(language)}; }

void tell_story(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) {
    std::map<base::Id, std::string> lines;
    for (const Record& each : records_of(reads, vault, owner, RecordKind::insight, std::string::npos)) lines.emplace(each.id, line_of_insight(each, html.language()));
    for (const auto& piece : self_story_of(record).pieces) {
        if (const auto* words = std::get_if<std::string>(&piece)) html.paragraphs(*words);
        else if (const auto found = lines.find(std::get<base::Id>(piece)); found != lines.end()) html.h3({}, found->second);
        else html.p({web::cls("hint")}, word::insight_gone);
    }
}

void show_story(web::Html& html, const access::Visit& visit, const Record& record) {
    visit.school().read([&](storage::Reads& reads) { tell_story(html, reads, visit.school().vault(), visit.who(), record); });
}

constexpr RecordForm forms[] = {
    insight_form,
    {RecordKind::self_story, check_self_story, line_of_story, show_story, [](const base::Id&) { return web::path("/verhaal-over-mij"); }, tell_story},
};

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

void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    moments_of(asked, {RecordKind::insight, "inzicht", word::insight, line_of_insight, page_of_insight}, found);
}

}  // namespace

Part insight_part() {
    return {.code = "inzicht", .pocket = Pocket{"inzicht", word::insights, word::insights_short, "/inzichten", "rugzak"}, .shareable = &shared_insights(), .records = forms, .moments = moments, .at_own_thing = at_own_thing,
            .routes = insight_routes};
}

}  // namespace loopbaankaart::journey

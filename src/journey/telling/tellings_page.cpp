// GET /verteld: what one told, as booklets on a table, the newest first.
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 24;

void none_yet(Html& html) {
    web::empty_place(html, "herberg", word::no_tellings, [&] {
        web::actions(html, [&] { web::primary_link(html, web::path("/verhaal-over-mij"), word::begin_with_self_story, "pen"); });
    });
}

}  // namespace

web::Answer show_tellings(const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    std::vector<Telling> tellings;
    visit.school().read([&](storage::Reads& reads) { tellings = tellings_of(reads, visit.school().vault(), visit.who(), on_a_page + 1, before); });
    const bool more = tellings.size() > on_a_page;
    if (more) tellings.pop_back();
    const std::string notice = visit.request.query["gedaan"] == "weg" ? title_of(visit, word::telling_gone) : std::string{};
    return visit.page(title_of(visit, word::tellings), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::tellings);
        if (before) web::back_link(html, web::path("/verteld"), word::to_the_newest);
        if (tellings.empty() && !before) return none_yet(html);
        html.p({web::cls("lead")}, word::tellings_plainly);
        booklets(html, visit, tellings);
        if (more) web::actions(html, [&] { web::secondary_link(html, web::path("/verteld").with("voor", tellings.back().id.view()), word::told_earlier, "pijl"); });
        html.p({web::cls("small")}, word::only_you);
    }, 200, notice, telling_look);
}

}  // namespace loopbaankaart::journey

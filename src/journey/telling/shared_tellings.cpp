// Tellings as something that can be shared: exactly what was told, and nothing of what it was told from.
#include "../sharing/shareable.hpp"
#include "telling.sql.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

std::optional<Telling> found(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now) {
    auto telling = find_telling(reads, vault, viewer, thing.id, now);
    return telling && telling->owner == thing.owner ? std::move(telling) : std::nullopt;  // else somebody shared one of that id with them
}

std::optional<SharedLine> line(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now, base::Language language) {
    if (thing.owner == viewer.person) {
        const auto telling = found(reads, vault, viewer, thing, now);
        if (!telling || telling->thrown_at) return std::nullopt;
        SharedLine line{.title = title_of(*telling, language)};
        if (const KeptPart* first = first_picture(*telling)) line.picture = web::path("/verteld", telling->id.view(), first->id.view()).with("maat", "klein");
        return line;
    }
    if (!access::may(reads, viewer, thing, access::Verb::read, now)) return std::nullopt;
    return reads.first(query::shared_telling_there, [](const storage::Row&) { return SharedLine{}; }, thing.id, thing.owner);
}

void whole(web::Html& html, const access::Visit& visit, const access::Thing& thing) {
    std::optional<Telling> telling;
    visit.school().read([&](storage::Reads& reads) { telling = found(reads, visit.school().vault(), visit.who(), thing, visit.site.now()); });
    if (!telling) return;
    html.div({web::cls("scrap")}, [&] {
        html.h3({web::lang(telling->language)}, title_of(*telling, telling->language));
        for (const ToldPage& page : telling->pages) told_blocks(html, *telling, page, Under::heading);
    });
}

}  // namespace

constinit const Shareable shared_tellings{telling_kind, "verteld", "boekje", word::a_telling, page_of_telling, line, whole};

}  // namespace loopbaankaart::journey

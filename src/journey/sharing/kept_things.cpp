#include "kept_things.hpp"

#include <algorithm>

#include "../first_words.hpp"
#include "../pages.hpp"
#include "sharing.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t title_bytes = 90;

web::Url page(const base::Id& thing) { return web::path("/rugzak", thing.view()); }

std::string beginning_of(const KeptThing& kept, std::string_view described) {
    const std::string_view all = kept.words.empty() ? described : std::string_view{kept.words};
    const std::string_view shown = first_words(all, title_bytes);
    return std::string{shown} + (shown.size() < all.size() ? " …" : "");
}

std::optional<SharedLine> line_of_ones_own(const KeptThing& kept) {
    if (kept.thrown_at) return std::nullopt;
    SharedLine line{.place = kept.place, .place_name = kept.place_name};
    const auto seen = std::ranges::find_if(kept.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (seen != kept.parts.end()) line.picture = web::path("/beeld", kept.id.view(), seen->id.view()).with("maat", "klein");
    line.title = beginning_of(kept, seen == kept.parts.end() ? std::string_view{} : seen->description);
    return line;
}

std::optional<SharedLine> line(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now, base::Language) {
    if (thing.owner == viewer.person) {
        const auto kept = find_thing(reads, vault, viewer, thing.id, now);
        return kept && kept->owner == thing.owner ? line_of_ones_own(*kept) : std::nullopt;  // else somebody shared one of that id with them
    }
    if (!access::may(reads, viewer, thing, access::Verb::read, now)) return std::nullopt;
    return reads.first(query::place_of_shared_thing, [](const storage::Row& row) { return SharedLine{.place = row.string(0), .place_name = row.string(1)}; }, thing.id,
                       thing.owner);
}

void whole(web::Html& html, const access::Visit& visit, const access::Thing& thing) {
    std::optional<KeptThing> kept;
    visit.school().read([&](storage::Reads& reads) { kept = find_thing(reads, visit.school().vault(), visit.who(), thing.id, visit.site.now()); });
    if (!kept || kept->owner != thing.owner) return;
    kept->owner.reset();  // as a reader sees it: nobody is asked to say what the pictures show
    whole_thing(html, visit, *kept);
}

}  // namespace

constinit const Shareable kept_things{"kept_thing", "rugzak", "rugzak", word::kept_by_another, page, line, whole};

}  // namespace loopbaankaart::journey

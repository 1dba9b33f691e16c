#include "cv_html.hpp"

#include "../first_words.hpp"
#include "cv_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t glance_bytes = 80;

void in_words(Html& html, const LobCv& cv, const CvThings& things) {
    html.paragraphs(cv.about);
    for (std::size_t at = 0; at < cv.parts.size(); ++at) {
        if (cv.parts[at].empty()) continue;
        html.h3({}, competences[at].name);
        html.paragraphs(cv.parts[at].words);
        for (const CvEvidence& each : cv.parts[at].evidence) {
            const auto thing = things.find(each.thing);
            const std::string_view said = !each.words.empty() ? std::string_view{each.words} : thing != things.end() ? first_words(thing->second.words, glance_bytes) : std::string_view{};
            if (!said.empty()) html.p({}, said);
        }
    }
}

}  // namespace

web::Url page_of_cv(const base::Id& id) { return web::path("/cv", id.view()); }

std::string line_of_cv(const Record& cv, base::Language language) {
    const std::string name = cv_of(cv).name;
    return name.empty() ? std::string{word::cv_without_name.in(language)} : name;
}

void words_of_cv(Html& html, const access::Visit& visit, const Record& record) {
    const LobCv cv = cv_of(record);
    if (!cv.name.empty()) html.h3({}, cv.name);
    show_parts(html, record, PartSize::small);
    in_words(html, cv, things_in(visit, cv));
}

void tell_cv_draft(Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) {
    const LobCv cv = cv_of(record);
    in_words(html, cv, things_in(reads, vault, owner, cv, {}));  // of one's own it does not matter when
}

CvThings things_in(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const LobCv& cv, base::Instant now) {
    CvThings things;
    for (const Link& link : links_of(cv)) {
        auto thing = find_thing(reads, vault, viewer, link.id, now);
        if (thing && thing->owner == viewer.person && !thing->thrown_at) things.emplace(link.id, std::move(*thing));
    }
    return things;
}

CvThings things_in(const access::Visit& visit, const LobCv& cv) {
    CvThings things;
    visit.school().read([&](storage::Reads& reads) { things = things_in(reads, visit.school().vault(), visit.who(), cv, visit.site.now()); });
    return things;
}

const KeptPart* photo_of(const Record& cv) {
    const auto seen = std::ranges::find_if(cv.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    return seen == cv.parts.end() ? nullptr : &*seen;
}

std::optional<Record> own_cv(const access::Visit& visit) {
    auto record = own_record_asked(visit, RecordKind::cv);
    return record && !record->thrown_at ? std::move(record) : std::nullopt;
}

}  // namespace loopbaankaart::journey

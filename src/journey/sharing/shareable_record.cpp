#include "shareable_record.hpp"

#include <algorithm>

#include "sharing.sql.hpp"

namespace loopbaankaart::journey {

namespace {

std::optional<SharedLine> line_of_ones_own(const RecordForm& form, const Record& record, base::Language language) {
    if (record.thrown_at) return std::nullopt;
    SharedLine line{.title = form.line(record, language)};
    const auto seen = std::ranges::find_if(record.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (seen != record.parts.end()) line.picture = web::path("/beeld", record.id.view(), seen->id.view()).with("maat", "klein");
    return line;
}

}  // namespace

std::optional<SharedLine> line_of_record(const RecordForm& form, storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing,
                                         base::Instant now, base::Language language) {
    if (thing.owner == viewer.person) {
        const auto record = find_record(reads, vault, viewer, form.kind, thing.id, now);
        return record && record->owner == thing.owner ? line_of_ones_own(form, *record, language) : std::nullopt;  // else somebody shared one of that id with them
    }
    if (!access::may(reads, viewer, thing, access::Verb::read, now)) return std::nullopt;
    return reads.first(query::shared_record_there, [](const storage::Row&) { return SharedLine{}; }, thing.id, thing.owner, thing.kind);
}

std::vector<Link> links_of_record(const RecordForm& form, storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now) {
    auto record = find_record(reads, vault, viewer, form.kind, thing.id, now);
    return record && record->owner == thing.owner ? std::move(record->links) : std::vector<Link>{};
}

void whole_record(const RecordForm& form, web::Html& html, const access::Visit& visit, const access::Thing& thing) {
    std::optional<Record> record;
    visit.school().read([&](storage::Reads& reads) { record = find_record(reads, visit.school().vault(), visit.who(), form.kind, thing.id, visit.site.now()); });
    if (record && record->owner == thing.owner) html.div({web::cls("scrap")}, [&] { form.show(html, visit, *record); });
}

}  // namespace loopbaankaart::journey

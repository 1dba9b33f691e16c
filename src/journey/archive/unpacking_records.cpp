#include <algorithm>

#include "../part.hpp"
#include "../records/body_reader.hpp"
#include "record_change.sql.hpp"
#include "../records/record_rows.hpp"
#include "../removal.hpp"
#include "unpacking.hpp"
#include "unpacking.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t most_links = 200, most_parts_of_record = 120;
constexpr int newest_format = 1;

std::optional<Json> checked(const Json& object, const RecordForm& form, Unpacking& into) {
    const auto body = object.find("body"), format = object.find("format");
    if (body == object.end() || !body->is_object() || format == object.end() || !format->is_number_integer() || *format != newest_format) return std::nullopt;
    BodyReader sent{into.with_ids_of_here(*body)};
    Json kept = form.check(sent);
    if (!sent.faults().empty()) return std::nullopt;
    return kept;
}

std::vector<Link> links_of(BodyReader& sent, Unpacking& into) {
    std::vector<Link> links;
    sent.many("links", most_links, [&](BodyReader& each) {
        const std::string kind = each.line("kind", 40);
        const auto id = each.id("id");
        if (id && (kind == link_to(KeptThing{}).kind || parse_record_kind(kind))) links.push_back({kind, into.id_of(*id)});
    });
    return links;
}

// An insight begins at something that was kept (mission.md, law 13). That may be gone by now, but it was there.
bool has_its_experience(const Record& record) {
    return record.kind != RecordKind::insight || (!record.links.empty() && record.links.front().kind == link_to(KeptThing{}).kind);
}

struct SealedBody {
    base::Id id;
    base::Bytes body;
    base::Instant until;
};

std::vector<SealedBody> earlier_of(const Json& object, const RecordForm& form, const base::Id& record, Unpacking& into, const std::string& title) {
    std::vector<SealedBody> found;
    const auto said = object.find("earlier");
    if (said == object.end() || !said->is_array() || said->size() > most_earlier) return found;
    base::Id id = removal_of(record, into.owner().person);
    for (const Json& each : *said) {
        const auto until = each.is_object() ? into.moment(each, "until") : std::nullopt;
        const auto body = until ? checked(each, form, into) : std::nullopt;
        if (!body) {
            into.note(Note::Why::moment, title);
            continue;
        }
        id = removal_of(id, record);
        found.push_back({id, into.vault().seal(into.owner().person, rows::place_of_body(record), rows::in_text(*body, newest_format)), *until});
    }
    return found;
}

Json with_parts_of_here(Json body, const Unpacking::Parts& parts) {
    if (body.is_string()) {
        for (const auto& [there, here] : parts.ids)
            if (body == there.view()) return here.text();
    } else if (body.is_structured()) {
        for (Json& each : body) each = with_parts_of_here(std::move(each), parts);
    }
    return body;
}

// It is brought in now: what it waits for begins now, and what was over does not begin again.
void follow_from_now(storage::Writes& writes, const access::Viewer& owner, Record record, base::Instant now) {
    const RowsBeside* beside = rows::rows_beside(record.kind);
    if (beside == nullptr) return;
    record.owner = owner.person;
    beside->remove(writes, as_thing(record));
    beside->follow(writes, owner.person, record, now);
}

void keep_earlier(storage::Writes& writes, const base::Id& owner, const base::Id& record, const std::vector<SealedBody>& earlier) {
    for (const SealedBody& each : earlier) writes.run(query::keep_record_version, each.id, owner, record, each.body, each.until, removal_of(owner, record));
    if (!earlier.empty()) writes.run(query::record_changed_by, earlier.front().id, owner, record);
}

std::optional<Record> here_already(const Record& record, Unpacking& into) {
    std::optional<Record> here;
    into.school().read([&](storage::Reads& reads) {
        here = own_record(reads, into.vault(), into.owner(), record.id);
        if (!here && is_single(record.kind)) here = single_record(reads, into.vault(), into.owner(), record.kind);
    });
    return here;
}

}  // namespace

Prepared unpack_record(const Json& object, Unpacking& into) {
    BodyReader sent{object};
    const auto id = sent.id("id");
    const auto kind = parse_record_kind(sent.line("kind", 40));
    const RecordForm* form = kind ? form_of(parts(), *kind) : nullptr;
    if (!id || form == nullptr) return {};
    Record record{.id = into.id_of(*id), .kind = *kind, .body = {}, .links = links_of(sent, into), .parts = {}, .made_at = {}};
    const auto body = checked(object, *form, into);
    if (!body || !sent.faults().empty()) return {};
    record.body = *body;
    Prepared ready{.title = form->line(record, into.language())};
    if (!has_its_experience(record)) return ready;
    const auto made_at = into.moment(object, "made_at");
    if (!made_at) into.note(Note::Why::moment, ready.title);
    record.made_at = made_at.value_or(into.now());
    if (const auto here = here_already(record, into)) {
        const bool same = here->id == record.id && here->kind == record.kind && here->body == record.body;
        ready.keep = [same](storage::Writes&) { return same ? Kept::already_there : Kept::conflict; };
        return ready;
    }
    auto brought = into.parts(object, record.id, most_parts_of_record, ready.title, [&](const base::Id& part) {
        bool taken = false;
        into.school().read([&](storage::Reads& reads) { taken = reads.first(query::part_is_there, [](const storage::Row&) { return true; }, into.owner().person, part).has_value(); });
        return taken;
    });
    record.body = with_parts_of_here(std::move(record.body), brought);
    record.parts = std::move(brought.parts);
    const auto earlier = earlier_of(object, *form, record.id, into, ready.title);
    ready.keep = [sealed = journey::prepare(into.vault(), into.owner(), record), earlier, owner = into.owner(), now = into.now(), &vault = into.vault()](storage::Writes& writes) {
        const Kept kept = keep(writes, vault, owner, sealed);
        if (kept != Kept::made) return kept;
        keep_earlier(writes, owner.person, sealed.record.id, earlier);
        follow_from_now(writes, owner, sealed.record, now);
        return kept;
    };
    return ready;
}

}  // namespace loopbaankaart::journey

#include "record_rows.hpp"

#include "../part.hpp"

#include "../removal.hpp"
#include "records.sql.hpp"

namespace loopbaankaart::journey::rows {

std::string in_text(const Json& body, int format) { return Json{{"format", format}, {"body", body}}.dump(); }

ReadBody body_of(std::string_view text) {
    Json whole = Json::parse(text);
    return {std::move(whole.at("body")), whole.at("format").get<int>()};
}

storage::SealedAt place_of_body(const base::Id& record) { return {records_table, "body", record.view()}; }

Record record_of(const storage::Row& row, storage::Vault& vault) {
    const auto id = [&](int column) { return base::Id::parse(row.text(column)); };
    Record record{.id = id(0).value(), .kind = parse_record_kind(row.text(2)).value(), .made_at = base::instant(row.integer(4)), .change = id(5), .owner = id(1)};
    ReadBody read = body_of(vault.open(*record.owner, place_of_body(record.id), row.bytes(3)));
    record.body = std::move(read.body);
    record.format = read.format;
    if (!row.null(6)) record.thrown_at = base::instant(row.integer(6));
    return record;
}

void add_links(storage::Writes& writes, const base::Id& owner, const Record& record) {
    std::int64_t position = 0;
    for (const Link& link : record.links) writes.run_soon(query::keep_link, owner, record.id, link.kind, link.id, position++, removal_of(owner, record.id));
}

const RowsBeside* rows_beside(RecordKind kind) {
    const RecordForm* form = form_of(parts(), kind);
    return form == nullptr ? nullptr : form->beside;
}

}  // namespace loopbaankaart::journey::rows

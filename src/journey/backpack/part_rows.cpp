#include "part_rows.hpp"

#include "../removal.hpp"
#include "parts.sql.hpp"

namespace loopbaankaart::journey::rows {

namespace {

PartForm form_of(std::string_view text) {
    for (const PartForm form : {PartForm::photo, PartForm::drawing})
        if (text == code(form)) return form;
    return PartForm::sound;
}

std::optional<std::int64_t> maybe_integer(const storage::Row& row, int column) {
    return row.null(column) ? std::nullopt : std::optional{row.integer(column)};
}

// Sealed under the part's own id, as that of a picture once was under its thing's.
storage::SealedAt place_of(const base::Id& part) { return {"kept_thing", "picture_description", part.view()}; }

}  // namespace

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

KeptPart part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner) {
    KeptPart part{.id = id_in(row, 1), .form = form_of(row.text(2)), .file = id_in(row, 3), .small = maybe_integer(row, 4), .middle = maybe_integer(row, 5),
                  .width = row.integer(6), .height = row.integer(7), .seconds = row.integer(8)};
    if (!row.null(9)) part.description = vault.open(owner, place_of(part.id), row.bytes(9));
    return part;
}

std::vector<KeptPart> parts_of(storage::Reads& reads, storage::Vault& vault, const access::Thing& of) {
    return reads.all(query::parts_of, [&](const storage::Row& row) { return part_of(row, vault, of.owner); }, of.owner, of.id, of.kind);
}

bool same_part(const KeptPart& one, const KeptPart& other) {
    return one.form == other.form && one.small == other.small && one.middle == other.middle && one.width == other.width && one.height == other.height &&
           one.seconds == other.seconds && one.description == other.description;
}

base::Bytes seal_description(storage::Vault& vault, const base::Id& owner, const base::Id& part, std::string_view words) {
    return vault.seal(owner, place_of(part), words);
}

Descriptions seal_descriptions(storage::Vault& vault, const base::Id& owner, const std::vector<KeptPart>& parts) {
    Descriptions sealed;
    for (const KeptPart& part : parts)
        sealed.push_back(part.description.empty() ? std::nullopt : std::optional{seal_description(vault, owner, part.id, part.description)});
    return sealed;
}

void add_parts(storage::Writes& writes, const access::Thing& of, std::int64_t first, const std::vector<KeptPart>& parts, const Descriptions& descriptions) {
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const KeptPart& part = parts[at];
        writes.run_soon(query::keep_part, part.id, of.owner, of.kind, of.id, first + static_cast<std::int64_t>(at), code(part.form), part.file, part.small,
                        part.middle, part.width, part.height, part.seconds, descriptions[at], removal_of(of.owner, part.id));
    }
}

void change_parts(storage::Writes& writes, storage::Media& media, const access::Thing& of, const ChangedParts& changed) {
    for (std::size_t at = 0; at < changed.described.size(); ++at)
        writes.run(query::describe_part, changed.sealed[at], of.owner, changed.described[at].first, of.id, of.kind);
    if (!changed.gone.empty()) end_takings(writes, of.owner);
    for (const base::Id& part : changed.gone) {
        const auto file = writes.first(query::part_file, [](const storage::Row& row) { return id_in(row, 0); }, of.owner, part, of.id, of.kind);
        if (file) media.remove(*file);
        writes.run(query::remove_part, of.owner, part, of.id, of.kind);
    }
    const auto last = writes.first(query::last_position, [](const storage::Row& row) { return row.integer(0); }, of.owner, of.id, of.kind);
    add_parts(writes, of, last.value_or(-1) + 1, changed.added, changed.descriptions);
}

void remember_removal_of_parts(storage::School& school, const access::Thing& of, base::Instant now) {
    std::vector<base::Id> parts;
    school.read([&](storage::Reads& reads) {
        parts = reads.all(query::removals_of_parts, [](const storage::Row& row) { return id_in(row, 0); }, of.owner, of.id, of.kind);
    });
    for (const base::Id& part : parts) school.vault().record_removal(parts_table, part, now);
}

void remove_parts(storage::Writes& writes, storage::Media& media, const access::Thing& of) {
    for (const base::Id& file : writes.all(query::files_of_parts, [](const storage::Row& row) { return id_in(row, 0); }, of.owner, of.id, of.kind)) media.remove(file);
    writes.run(query::remove_parts, of.owner, of.id, of.kind);
}

}  // namespace loopbaankaart::journey::rows

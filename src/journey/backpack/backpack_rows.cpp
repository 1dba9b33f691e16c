#include "backpack_rows.hpp"

#include "../removal.hpp"
#include "backpack.sql.hpp"

namespace loopbaankaart::journey::rows {

namespace {

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

PartForm form_of(std::string_view text) {
    for (const PartForm form : {PartForm::photo, PartForm::drawing})
        if (text == code(form)) return form;
    return PartForm::sound;
}

std::optional<std::int64_t> maybe_integer(const storage::Row& row, int column) {
    return row.null(column) ? std::nullopt : std::optional{row.integer(column)};
}

}  // namespace

storage::SealedAt place_of(std::string_view column, const base::Id& id) { return {table, column, id.view()}; }

KeptThing thing_of(const storage::Row& row, storage::Vault& vault) {
    const base::Id id = id_in(row, 0), owner = id_in(row, 1);
    KeptThing thing{.id = id, .place = row.string(2), .kept_at = base::instant(row.integer(5)), .place_name = row.string(3), .owner = owner};
    thing.words = vault.open(owner, place_of("words", id), row.bytes(4));
    if (!row.null(6)) thing.marks = marks_of(vault.open(owner, place_of("marks", id), row.bytes(6)));
    if (!row.null(7) && !row.null(8))
        thing.happened = Period{base::instant(row.integer(7)), base::instant(row.integer(8)), parse_precision(row.text(9)).value_or(Precision::unknown)};
    thing.change = base::Id::parse(row.text(10));
    if (!row.null(11)) thing.thrown_at = base::instant(row.integer(11));
    return thing;
}

KeptPart part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner) {
    KeptPart part{.id = id_in(row, 1), .form = form_of(row.text(2)), .file = id_in(row, 3), .small = maybe_integer(row, 4), .middle = maybe_integer(row, 5),
                  .width = row.integer(6), .height = row.integer(7), .seconds = row.integer(8)};
    if (!row.null(9)) part.description = vault.open(owner, place_of("picture_description", part.id), row.bytes(9));
    return part;
}

Happened happened(const KeptThing& thing) {
    if (!thing.happened) return {};
    return {thing.happened->from, thing.happened->until, code(thing.happened->precision)};
}

void add_part(storage::Writes& writes, const base::Id& owner, const base::Id& thing, std::int64_t position, const KeptPart& part,
              const std::optional<base::Bytes>& description) {
    writes.run_soon(query::keep_part, part.id, owner, thing, position, code(part.form), part.file, part.small, part.middle, part.width, part.height, part.seconds,
                    description, removal_of(owner, part.id));
}

}  // namespace loopbaankaart::journey::rows

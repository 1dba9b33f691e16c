#include "backpack_rows.hpp"

namespace loopbaankaart::journey::rows {

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

Happened happened(const KeptThing& thing) {
    if (!thing.happened) return {};
    return {thing.happened->from, thing.happened->until, code(thing.happened->precision)};
}

}  // namespace loopbaankaart::journey::rows

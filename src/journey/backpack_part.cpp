// The first part: visits and the backpack.
#include "erasure.sql.hpp"
#include "pages.hpp"
#include "removal.hpp"
#include "sharing/kept_things.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = "place_visit", .id_column = "removal", .holder_column = "owner"},
            {.table = "kept_thing", .id_column = "removal", .holder_column = "owner"},
            {.table = "kept_part", .id_column = "removal", .holder_column = "owner", .media_column = "file"},
            {.table = "kept_version", .id_column = "removal", .holder_column = "owner"}};
}

// Parts of records as well: they lie in the same table.
void erase(storage::Writes& writes, storage::School& school, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const base::Id& file : writes.all(query::files_of_person, id_of, person)) school.media().remove(file);
    for (const base::Id& owner : writes.all(query::answered_by_person, id_of, person)) end_takings(writes, owner);
    for (const auto& part : {query::erase_parts, query::erase_versions, query::erase_things, query::erase_visits}) writes.run(part, person);
}

}  // namespace

Part backpack_part() {
    return {.code = "rugzak", .pocket = Pocket{"rugzak", word::backpack, word::backpack_short, "/rugzak", "rugzak"}, .erasable = tables, .erase = erase,
            .shareable = &kept_things, .tend = empty_bins, .routes = backpack_routes};
}

}  // namespace loopbaankaart::journey

#include "erasure.sql.hpp"
#include "journey.hpp"
#include "removal.hpp"

namespace loopbaankaart::journey {

void erase_person(storage::Writes& writes, storage::School& school, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const base::Id& file : writes.all(query::files_of_person, id_of, person)) school.media().remove(file);
    for (const base::Id& file : writes.all(query::passing_files_of_person, id_of, person)) school.passing().remove(file);
    for (const base::Id& owner : writes.all(query::answered_by_person, id_of, person)) end_takings(writes, owner);
    for (const auto& part : {query::erase_taking_entries, query::erase_takings, query::erase_reactions, query::erase_parts, query::erase_versions, query::erase_things, query::erase_visits}) writes.run(part, person);
}

}  // namespace loopbaankaart::journey

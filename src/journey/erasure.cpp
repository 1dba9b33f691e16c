#include "erasure.sql.hpp"
#include "journey.hpp"

namespace loopbaankaart::journey {

void erase_person(storage::Writes& writes, storage::Media& media, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const base::Id& file : writes.all(query::files_of_person, id_of, person)) media.remove(file);
    for (const auto& part : {query::erase_reactions, query::erase_asked, query::erase_parts, query::erase_versions, query::erase_things, query::erase_visits}) writes.run(part, person);
}

}  // namespace loopbaankaart::journey

#include "taking.sql.hpp"
#include "taking_pages.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = "taking", .holder_column = "owner", .of_the_moment = true},
            {.table = "taking_entry", .holder_column = "owner", .passing_column = "own_file", .of_the_moment = true}};
}

void erase(storage::Writes& writes, storage::School& school, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const base::Id& file : writes.all(query::passing_files_of_person, id_of, person)) school.passing().remove(file);
    for (const auto& rows_of : {query::erase_entries, query::erase_takings}) writes.run(rows_of, person);
}

}  // namespace

Part archive_part() { return {.code = "meenemen", .erasable = tables, .erase = erase, .routes = archive_routes}; }

}  // namespace loopbaankaart::journey

#include "bringing.sql.hpp"
#include "taking.sql.hpp"
#include "taking_pages.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = "taking", .holder_column = "owner", .of_the_moment = true},
            {.table = "taking_entry", .holder_column = "owner", .passing_column = "own_file", .of_the_moment = true},
            {.table = "bringing", .holder_column = "owner", .of_the_moment = true},
            {.table = "bringing_piece", .holder_column = "owner", .passing_column = "file", .of_the_moment = true}};
}

void erase(storage::Writes& writes, storage::School& school, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const auto& files_of : {query::passing_files_of_person, query::brought_files_of_person})
        for (const base::Id& file : writes.all(files_of, id_of, person)) school.passing().remove(file);
    for (const auto& rows_of : {query::erase_entries, query::erase_takings, query::erase_pieces, query::erase_bringings}) writes.run(rows_of, person);
}

}  // namespace

Part archive_part() { return {.code = "meenemen", .erasable = tables, .erase = erase, .routes = archive_routes}; }

}  // namespace loopbaankaart::journey

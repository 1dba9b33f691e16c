#include "telling.sql.hpp"
#include "telling_html.hpp"
#include "telling_rows.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = std::string{rows::tellings_table}, .id_column = "removal", .holder_column = "owner"},
            {.table = std::string{rows::told_parts_table}, .id_column = "removal", .holder_column = "owner", .media_column = "file"}};
}

void erase(storage::Writes& writes, storage::School& school, const base::Id& person) {
    const auto id_of = [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); };
    for (const base::Id& file : writes.all(query::files_of_teller, id_of, person)) school.media().remove(file);
    for (const auto& rows_of : {query::erase_told_parts, query::erase_tellings}) writes.run(rows_of, person);
}

}  // namespace

Part telling_part() {
    return {.code = "verteld", .pocket = Pocket{"boekje", word::tellings, word::tellings_short, "/verteld", "rugzak"}, .erasable = tables, .erase = erase, .shareable = &shared_tellings,
            .tend = empty_telling_bins, .routes = telling_routes};
}

}  // namespace loopbaankaart::journey

#include "../moments/moments.hpp"
#include "telling.sql.hpp"
#include "telling_html.hpp"
#include "telling_pages.hpp"
#include "telling_rows.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = std::string{rows::tellings_table}, .id_column = "removal", .holder_column = "owner"},
            {.table = std::string{rows::told_parts_table}, .id_column = "removal", .holder_column = "owner", .media_column = "file"}};
}

void erase(storage::Writes& writes, storage::School& school, const base::Id& person) {
    for (const base::Id& file : writes.all(query::files_of_teller, rows::id_of, person)) school.media().remove(file);
    for (const auto& rows_of : {query::erase_told_parts, query::erase_tellings}) writes.run(rows_of, person);
}

// A telling may be as long as a book: what it is, lies open.
void moments(const MomentsAsked& asked, std::vector<Moment>& found) {
    asked.reads.each(query::brief_tellings_of, [&](const storage::Row& row) {
        const TellingForm form = parse_telling_form(row.text(1)).value();
        const base::Id id = base::Id::parse(row.text(0)).value();
        found.push_back({base::instant(row.integer(2)), "boekje", &word::told_then, std::string{name_of(form).in(asked.language)}, page_of_telling(id)});
    }, asked.viewer.person, asked.before, static_cast<std::int64_t>(asked.most));
}

}  // namespace

Part telling_part() {
    return {.code = "verteld", .pocket = Pocket{"boekje", word::tellings, word::tellings_short, "/verteld", "rugzak"}, .erasable = tables, .erase = erase, .shareable = &shared_tellings,
            .moments = moments, .tend = empty_telling_bins, .routes = telling_routes};
}

}  // namespace loopbaankaart::journey

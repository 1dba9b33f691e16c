#include "record_bin.sql.hpp"
#include "record_pages.hpp"
#include "record_rows.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = std::string{rows::records_table}, .id_column = "removal", .holder_column = "owner"},
            {.table = std::string{rows::record_versions_table}, .id_column = "removal", .holder_column = "owner"},
            {.table = std::string{rows::links_table}, .id_column = "removal", .holder_column = "owner"}};
}

// Their photos, drawings and sounds lie among those of the backpack, and go with them.
void erase(storage::Writes& writes, storage::School&, const base::Id& person) {
    for (const auto& rows_of : {query::erase_links, query::erase_record_versions, query::erase_records}) writes.run(rows_of, person);
}

}  // namespace

Part records_part() { return {.code = "eigen", .erasable = tables, .erase = erase, .tend = empty_record_bins, .routes = record_routes}; }

}  // namespace loopbaankaart::journey

#include "company.sql.hpp"
#include "company_html.hpp"
#include "company_pages.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() {
    return {{.table = std::string{company_kind}, .id_column = "removal", .holder_column = "owner", .other_column = "companion"}};
}

void erase(storage::Writes& writes, storage::School&, const base::Id& person) { writes.run(query::erase_companies, person); }

}  // namespace

Part company_part() { return {.code = "mee", .erasable = tables, .erase = erase, .beside_circle = who_travels_along, .routes = company_routes}; }

}  // namespace loopbaankaart::journey

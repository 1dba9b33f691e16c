#include "sharing.sql.hpp"
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() { return {{.table = "kept_reaction", .id_column = "removal", .holder_column = "owner", .other_column = "author"}}; }

void erase(storage::Writes& writes, storage::School&, const base::Id& person) { writes.run(query::erase_reactions, person); }

}  // namespace

Part sharing_part() { return {.code = "delen", .erasable = tables, .erase = erase, .routes = sharing_routes}; }

}  // namespace loopbaankaart::journey

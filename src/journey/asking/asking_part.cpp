#include "asking_part.hpp"

#include "asking.sql.hpp"

namespace loopbaankaart::journey {

namespace {

std::vector<storage::Erasable> tables() { return {{.table = "asked", .id_column = "removal", .holder_column = "owner", .other_column = "companion"}}; }

void erase(storage::Writes& writes, storage::School&, const base::Id& person) { writes.run(query::erase_asked, person); }

}  // namespace

Part asking_part() { return {.code = "gevraagd", .erasable = tables, .erase = erase}; }

}  // namespace loopbaankaart::journey

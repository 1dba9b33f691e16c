#include "flow.hpp"

#include "migrations.hpp"

namespace loopbaankaart::flow {

std::span<const storage::Migration> schema() { return migrations; }

std::vector<storage::Erasable> erasable() { return judgements_erasable(); }

void erase_person(storage::Writes& writes, const base::Id& person) { erase_judgements(writes, person); }

}  // namespace loopbaankaart::flow

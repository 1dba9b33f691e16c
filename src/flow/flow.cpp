#include "flow.hpp"

#include "migrations.hpp"

namespace loopbaankaart::flow {

std::span<const storage::Migration> schema() { return migrations; }

std::vector<storage::Erasable> erasable() {
    std::vector<storage::Erasable> all = judgements_erasable();
    for (storage::Erasable& table : guidance_erasable()) all.push_back(std::move(table));
    return all;
}

void erase_person(storage::Writes& writes, const base::Id& person) {
    erase_judgements(writes, person);
    erase_guidance(writes, person);
}

}  // namespace loopbaankaart::flow

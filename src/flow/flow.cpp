#include "flow.hpp"

#include "migrations.hpp"

namespace loopbaankaart::flow {

std::span<const storage::Migration> schema() { return migrations; }

std::vector<storage::Erasable> erasable() {
    std::vector<storage::Erasable> all;
    for (const auto& of_part : {judgements_erasable, stories_erasable, guidance_erasable})
        for (storage::Erasable& one : of_part()) all.push_back(std::move(one));
    return all;
}

std::vector<TakenAlong> taken_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language, std::string_view time_zone) {
    std::vector<TakenAlong> all = hunches_along(reads, owner, language);
    for (TakenAlong& one : fit_along(reads, vault, owner, language, time_zone)) all.push_back(std::move(one));
    for (TakenAlong& one : own_words_along(reads, vault, owner, language)) all.push_back(std::move(one));
    return all;
}

void erase_person(storage::Writes& writes, const base::Id& person) {
    erase_judgements(writes, person);
    erase_story_authors(writes, person);
    erase_guidance(writes, person);
}

}  // namespace loopbaankaart::flow

// Inside storage only: the keys that were opened last. Not thread-safe by itself.
#pragma once

#include <list>
#include <optional>
#include <unordered_map>

#include "keys.hpp"
#include "secret.hpp"

namespace loopbaankaart::storage {

struct HolderKey {
    std::uint32_t version = 1;
    Secret secret;
};

class KeyCache {
public:
    explicit KeyCache(std::size_t most) : most_{most} {}

    std::optional<HolderKey> find(const Pseudonym& holder);
    void keep(const Pseudonym& holder, const HolderKey& key);  // the key that was not asked for longest makes room
    void forget(const Pseudonym& holder);

private:
    using Entry = std::pair<Pseudonym, HolderKey>;

    std::size_t most_;
    std::list<Entry> entries_;  // asked for last stands first
    std::unordered_map<Pseudonym, std::list<Entry>::iterator, PseudonymHash> places_;
};

}  // namespace loopbaankaart::storage

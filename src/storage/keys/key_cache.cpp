#include "key_cache.hpp"

#include <cstring>

namespace loopbaankaart::storage {

std::size_t PseudonymHash::operator()(const Pseudonym& pseudonym) const {
    std::size_t hash = 0;
    std::memcpy(&hash, pseudonym.data(), sizeof hash);  // it is a hash already
    return hash;
}

std::optional<HolderKey> KeyCache::find(const Pseudonym& holder) {
    const auto place = places_.find(holder);
    if (place == places_.end()) return std::nullopt;
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->second;
}

void KeyCache::keep(const Pseudonym& holder, const HolderKey& key) {
    forget(holder);
    if (entries_.size() >= most_) forget(Pseudonym{entries_.back().first});
    entries_.emplace_front(holder, key);
    places_.emplace(holder, entries_.begin());
}

void KeyCache::forget(const Pseudonym& holder) {
    const auto place = places_.find(holder);
    if (place == places_.end()) return;
    entries_.erase(place->second);
    places_.erase(place);
}

}  // namespace loopbaankaart::storage

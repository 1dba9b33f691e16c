// Sealing: what people write is stored as ciphertext under a key of its holder (trust.md, "Own words are sealed").
// A holder is a person, a joint record or a professional record. Keys are random, wrapped by the installation key, and kept
// in the key store, apart from the school's database and its backups. Destroying a holder's key makes everything sealed under it noise.
#pragma once

#include <span>
#include <stdexcept>

#include <base/base.hpp>

namespace loopbaankaart::storage {

// Where a sealed value stands. It is bound to that place (associated data): moved elsewhere it does not open.
struct SealedAt {
    std::string_view table;
    std::string_view column;
    std::string_view row;  // the row's id
};

// Thrown when a value does not open: damaged, moved, or its key destroyed.
struct SealBroken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The vault of one school. Thread-safe.
class Vault {
public:
    virtual ~Vault() = default;

    // XChaCha20-Poly1305 with a fresh nonce; starts with a format version and the key's version. Makes the holder's key when
    // there is none yet (durable before this returns).
    virtual base::Bytes seal(const base::Id& holder, const SealedAt& place, std::string_view clear) = 0;
    virtual std::string open(const base::Id& holder, const SealedAt& place, base::BytesView sealed) = 0;

    // 32 secret bytes of this holder for one purpose ("drafts"): always the same while the holder's key lives, and they say nothing
    // about the key or about other purposes. Makes the holder's key when there is none yet. Ends with the holder (SealBroken).
    virtual base::Bytes derive(const base::Id& holder, std::string_view purpose) = 0;

    // Makes the keys of many holders in one go: a hundred thousand in seconds, where `seal` would sync for each.
    virtual void prepare(std::span<const base::Id> holders) = 0;

    // Ends the holder: nothing is sealed or opened for it any more (SealBroken). The key
    // is gone for good (synced, overwritten) and the ledger of erasures remembers, by a pseudonym.
    virtual void destroy(const base::Id& holder, base::Instant moment) = 0;

    // The ledger: remembers that a thing was removed, so that a restored backup removes it again. `thing` is stored as a keyed hash.
    virtual void record_removal(std::string_view table, const base::Id& thing, base::Instant moment) = 0;
    virtual bool was_removed(std::string_view table, const base::Id& thing) = 0;
    virtual bool was_destroyed(const base::Id& holder) = 0;
};

}  // namespace loopbaankaart::storage

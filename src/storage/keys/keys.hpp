// Inside storage only: the installation key, the key store and the vaults of the schools (trust.md, "Own words are sealed").
//
//     auto keys = open_key_store(options);          // once an installation; Result
//     auto vault = (*keys)->vault("noord");         // one a school; keep it with the School
//
// The key store lies apart from every school: DATA/keystore.sqlite, or for PostgreSQL a database of its own in the same cluster,
// named like the installation's with "_keys" behind it (made when it is missing). It holds per holder one random key, wrapped
// by the installation key, under a pseudonym; and the ledger of what was erased, by pseudonym as well.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include <base/base.hpp>

#include "../vault.hpp"

namespace loopbaankaart::storage {

struct Options;

// A holder, or a thing that was removed, as a keyed hash of school, kind and id: without the installation key it names nobody.
using Pseudonym = std::array<unsigned char, 32>;

struct PseudonymHash {
    std::size_t operator()(const Pseudonym& pseudonym) const;
};

// What was erased in one school, as it stood when this was made: for a restore, which asks it about every row.
class Ledger {
public:
    virtual ~Ledger() = default;
    virtual bool destroyed(const base::Id& holder) const = 0;
    virtual bool removed(std::string_view table, const base::Id& thing) const = 0;
};

// Thread-safe. Opened keys stay in memory, at most some 16,000; a key that leaves is wiped. Another process that destroys a
// holder is noticed here only when the holder's key has left the memory: erase through the program that serves.
class KeyStore {
public:
    virtual ~KeyStore() = default;

    // The vault of one school. Must not outlive the store.
    virtual std::unique_ptr<Vault> vault(std::string_view school) = 0;
    virtual std::unique_ptr<Ledger> ledger(std::string_view school) = 0;

    // A copy in one text file that either database reads, with its date; keys stay wrapped by the installation key.
    // Keep it apart from the backups and at most 30 days: who was erased since can be read with it. Errors: word::folder_unwritable.
    virtual base::Result<base::Done> copy_to(const std::filesystem::path& file, base::Instant now) = 0;
    // Adds what a copy holds and this store does not. What the ledger of either calls erased stays erased.
    // Errors: word::key_wrong (made under another installation key), word::backup_damaged.
    virtual base::Result<base::Done> add_from(const std::filesystem::path& file) = 0;
};

// Uses data, key_file, database and make_key of the options. Makes the store when there is none, and the key too when `make_key`,
// but never a new key for a store that has one. Errors: word::key_missing, word::key_readable, word::key_malformed,
// word::key_in_data (the key lies in the data folder), word::key_wrong, word::folder_unwritable, word::database_unreachable.
base::Result<std::unique_ptr<KeyStore>> open_key_store(const Options& options);

}  // namespace loopbaankaart::storage

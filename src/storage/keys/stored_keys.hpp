// Inside storage only: the key store at work: rows below, opened keys in memory above.
#pragma once

#include <mutex>
#include <vector>

#include "installation_key.hpp"
#include "key_cache.hpp"
#include "key_rows.hpp"
#include "keys.hpp"

namespace loopbaankaart::storage {

class StoredKeys final : public KeyStore {
public:
    StoredKeys(InstallationKey key, std::unique_ptr<KeyRows> rows) : key_{std::move(key)}, rows_{std::move(rows)} {}

    std::unique_ptr<Vault> vault(std::string_view school) override;
    std::unique_ptr<Ledger> ledger(std::string_view school) override;
    base::Result<base::Done> copy_to(const std::filesystem::path& file, base::Instant now) override;
    base::Result<base::Done> add_from(const std::filesystem::path& file) override;

    Pseudonym holder_in(std::string_view school, const base::Id& holder) const;
    Pseudonym thing_in(std::string_view school, std::string_view table, const base::Id& thing) const;

    // The holder's key. Both throw SealBroken when the holder has ended; `find` also when it never had a key.
    HolderKey find_or_make(const Pseudonym& holder);
    HolderKey find(const Pseudonym& holder);
    void make(std::span<const Pseudonym> holders);
    void end(const Pseudonym& holder, base::Instant moment);
    void remember(const Pseudonym& thing, base::Instant moment);
    bool remembers(const Pseudonym& thing);

private:
    std::optional<HolderKey> remembered(const Pseudonym& holder);
    std::optional<HolderKey> fetch(const Pseudonym& holder);
    WrappedKey wrapped(const Pseudonym& holder) const;
    void end_when_alive(const Pseudonym& holder, base::Instant moment);
    HolderKey unwrapped(const Pseudonym& holder, const WrappedKey& key) const;

    InstallationKey key_;
    std::mutex rows_lock_;  // taken before the other
    std::unique_ptr<KeyRows> rows_;
    std::mutex opened_lock_;
    KeyCache opened_{16'384};
};

}  // namespace loopbaankaart::storage

// The vault and the ledger of one school.
#include <atomic>

#include "seal.hpp"
#include "stored_keys.hpp"

namespace loopbaankaart::storage {

namespace {

class SchoolVault final : public Vault {
public:
    SchoolVault(StoredKeys& keys, std::string_view school) : keys_{&keys}, school_{school}, number_{++vaults} {}

    base::Bytes seal(const base::Id& holder, const SealedAt& place, std::string_view clear) override {
        const HolderKey key = keys_->find_or_make(pseudonym_of(holder));
        return seal_bytes(key.secret, key.version, bound_to(school_, place, key.version), base::bytes_of(clear));
    }

    std::string open(const base::Id& holder, const SealedAt& place, base::BytesView sealed) override {
        const HolderKey key = keys_->find(pseudonym_of(holder));
        if (version_of(sealed) != key.version) throw SealBroken{"sealed under another version of the key, or not sealed at all"};
        std::optional<std::string> clear = open_bytes(key.secret, bound_to(school_, place, key.version), sealed);
        if (!clear) throw SealBroken{"damaged, moved, or sealed by another holder"};
        return *std::move(clear);
    }

    base::Bytes derive(const base::Id& holder, std::string_view purpose) override {
        const HolderKey key = keys_->find_or_make(pseudonym_of(holder));
        base::Bytes derived(Secret::size());
        crypto_generichash(derived.data(), derived.size(), reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(), key.secret.data(), Secret::size());
        return derived;
    }

    void prepare(std::span<const base::Id> holders) override {
        std::vector<Pseudonym> pseudonyms;
        pseudonyms.reserve(holders.size());
        for (const base::Id& holder : holders) pseudonyms.push_back(keys_->holder_in(school_, holder));
        keys_->make(pseudonyms);
    }

    void destroy(const base::Id& holder, base::Instant moment) override { keys_->end(keys_->holder_in(school_, holder), moment); }
    bool was_destroyed(const base::Id& holder) override { return keys_->remembers(keys_->holder_in(school_, holder)); }

    void record_removal(std::string_view table, const base::Id& thing, base::Instant moment) override {
        keys_->remember(keys_->thing_in(school_, table, thing), moment);
    }
    bool was_removed(std::string_view table, const base::Id& thing) override {
        return keys_->remembers(keys_->thing_in(school_, table, thing));
    }

private:
    // A page opens a hundred things of one person: who was asked for last is remembered by each thread.
    Pseudonym pseudonym_of(const base::Id& holder) const {
        struct Last {
            std::uint64_t vault = 0;
            base::Id holder;
            Pseudonym pseudonym{};
        };
        thread_local Last last;
        if (last.vault != number_ || last.holder != holder) last = {number_, holder, keys_->holder_in(school_, holder)};
        return last.pseudonym;
    }

    static inline std::atomic<std::uint64_t> vaults = 0;
    StoredKeys* keys_;
    std::string school_;
    std::uint64_t number_;  // no other vault of this program has it
};

class SchoolLedger final : public Ledger {
public:
    using Things = std::unordered_set<Pseudonym, PseudonymHash>;

    SchoolLedger(const StoredKeys& keys, std::string_view school, Things things)
        : keys_{&keys}, school_{school}, things_{std::move(things)} {}

    bool destroyed(const base::Id& holder) const override { return things_.contains(keys_->holder_in(school_, holder)); }
    bool removed(std::string_view table, const base::Id& thing) const override {
        return things_.contains(keys_->thing_in(school_, table, thing));
    }

private:
    const StoredKeys* keys_;
    std::string school_;
    Things things_;
};

}  // namespace

std::unique_ptr<Vault> StoredKeys::vault(std::string_view school) { return std::make_unique<SchoolVault>(*this, school); }

std::unique_ptr<Ledger> StoredKeys::ledger(std::string_view school) {
    SchoolLedger::Things things;
    const std::lock_guard lock{rows_lock_};
    rows_->each_thing([&](const Pseudonym& thing, std::int64_t) { things.insert(thing); });
    return std::make_unique<SchoolLedger>(*this, school, std::move(things));
}

}  // namespace loopbaankaart::storage

#include "stored_keys.hpp"

#include <initializer_list>

#include "../storage.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::uint32_t first_version = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(wrapped_size == nonce_size + Secret::size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);

// BLAKE2b of the parts, each with its length in front.
Pseudonym hashed(const Secret& key, std::initializer_list<std::string_view> parts) {
    base::Bytes all;
    for (std::string_view part : parts) {
        for (int shift = 24; shift >= 0; shift -= 8) all.push_back(static_cast<unsigned char>(part.size() >> shift));
        all.insert(all.end(), part.begin(), part.end());
    }
    Pseudonym pseudonym{};
    crypto_generichash(pseudonym.data(), pseudonym.size(), all.data(), all.size(), key.data(), Secret::size());
    return pseudonym;
}

}  // namespace

Pseudonym StoredKeys::holder_in(std::string_view school, const base::Id& holder) const {
    return hashed(key_.pseudonyms, {"holder", school, holder.view()});
}

Pseudonym StoredKeys::thing_in(std::string_view school, std::string_view table, const base::Id& thing) const {
    return hashed(key_.pseudonyms, {"thing", school, table, thing.view()});
}

// A wrapped key is bound to its holder and version, so that rows of the store cannot be exchanged.
WrappedKey StoredKeys::wrapped(const Pseudonym& holder) const {
    Secret secret;
    randombytes_buf(secret.data(), Secret::size());
    WrappedKey key{first_version, base::Bytes(wrapped_size)};
    randombytes_buf(key.bytes.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(key.bytes.data() + nonce_size, nullptr, secret.data(), Secret::size(), holder.data(),
                                               holder.size(), nullptr, key.bytes.data(), key_.wrapping.data());
    return key;
}

HolderKey StoredKeys::unwrapped(const Pseudonym& holder, const WrappedKey& key) const {
    if (key.ended()) throw SealBroken{"this holder has ended"};
    HolderKey opened{static_cast<std::uint32_t>(key.version), {}};
    if (key.bytes.size() != wrapped_size ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(opened.secret.data(), nullptr, nullptr, key.bytes.data() + nonce_size,
                                                   wrapped_size - nonce_size, holder.data(), holder.size(), key.bytes.data(),
                                                   key_.wrapping.data()) != 0)
        throw Broken{"a key in the key store is damaged"};
    return opened;
}

std::optional<HolderKey> StoredKeys::remembered(const Pseudonym& holder) {
    const std::lock_guard lock{opened_lock_};
    return opened_.find(holder);
}

// With rows_lock_ held: a key that is ended meanwhile must not come back into memory.
std::optional<HolderKey> StoredKeys::fetch(const Pseudonym& holder) {
    const std::optional<WrappedKey> row = rows_->find(holder);
    if (!row) return std::nullopt;
    const HolderKey key = unwrapped(holder, *row);
    const std::lock_guard lock{opened_lock_};
    opened_.keep(holder, key);
    return key;
}

HolderKey StoredKeys::find(const Pseudonym& holder) {
    if (const auto key = remembered(holder)) return *key;
    const std::lock_guard lock{rows_lock_};
    if (const auto key = fetch(holder)) return *key;
    throw SealBroken{"this holder has no key"};
}

HolderKey StoredKeys::find_or_make(const Pseudonym& holder) {
    if (const auto key = remembered(holder)) return *key;
    const std::lock_guard lock{rows_lock_};
    if (const auto key = fetch(holder)) return *key;
    const std::pair<Pseudonym, WrappedKey> made{holder, wrapped(holder)};
    rows_->add({&made, 1});
    // Another program may have been first: what stands in the store counts.
    if (const auto key = fetch(holder)) return *key;
    throw Broken{"the key store did not keep a new key"};
}

void StoredKeys::make(std::span<const Pseudonym> holders) {
    std::vector<std::pair<Pseudonym, WrappedKey>> made;
    made.reserve(holders.size());
    for (const Pseudonym& holder : holders) made.emplace_back(holder, wrapped(holder));
    const std::lock_guard lock{rows_lock_};
    rows_->add(made);
}

void StoredKeys::end(const Pseudonym& holder, base::Instant moment) {
    const std::lock_guard lock{rows_lock_};
    {
        const std::lock_guard opened{opened_lock_};
        opened_.forget(holder);
    }
    rows_->end(holder, holder, moment);
}

void StoredKeys::remember(const Pseudonym& thing, base::Instant moment) {
    const std::pair<Pseudonym, std::int64_t> entry{thing, base::milliseconds(moment)};
    const std::lock_guard lock{rows_lock_};
    rows_->remember({&entry, 1});
}

bool StoredKeys::remembers(const Pseudonym& thing) {
    const std::lock_guard lock{rows_lock_};
    return rows_->remembers(thing);
}

}  // namespace loopbaankaart::storage

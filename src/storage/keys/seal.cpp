#include "seal.hpp"

#include <algorithm>

namespace loopbaankaart::storage {

namespace {

constexpr unsigned char format_clear = 0;
constexpr unsigned char format_sealed = 1;
constexpr std::size_t nonce_at = 5;
constexpr std::size_t body_at = nonce_at + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(body_at + tag_size == seal_overhead);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == Secret::size());

void append_number(base::Bytes& bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<unsigned char>(number >> shift));
}

void append_part(base::Bytes& bytes, std::string_view part) {
    append_number(bytes, static_cast<std::uint32_t>(part.size()));
    bytes.insert(bytes.end(), part.begin(), part.end());
}

}  // namespace

base::Bytes bound_to(std::string_view school, const SealedAt& place, std::uint32_t version) {
    base::Bytes bound;
    if (!guarded(base::Guard::sealed_place)) return bound;
    bound.reserve(20 + school.size() + place.table.size() + place.column.size() + place.row.size());
    for (std::string_view part : {school, place.table, place.column, place.row}) append_part(bound, part);
    append_number(bound, version);
    return bound;
}

base::Bytes seal_bytes(const Secret& key, std::uint32_t version, base::BytesView bound, base::BytesView clear) {
    base::Bytes sealed;
    sealed.reserve(clear.size() + seal_overhead);
    sealed.push_back(format_sealed);
    append_number(sealed, version);
    sealed.resize(clear.size() + seal_overhead);
    if (!guarded(base::Guard::sealed_words)) {
        sealed[0] = format_clear;
        std::copy(clear.begin(), clear.end(), sealed.begin() + body_at);
        return sealed;
    }
    // Never from a seeded source: a nonce that came back would give away what stands under it.
    randombytes_buf(sealed.data() + nonce_at, body_at - nonce_at);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + body_at, nullptr, clear.data(), clear.size(), bound.data(), bound.size(),
                                               nullptr, sealed.data() + nonce_at, key.data());
    return sealed;
}

std::optional<std::string> open_bytes(const Secret& key, base::BytesView bound, base::BytesView sealed) {
    if (sealed.size() < seal_overhead) return std::nullopt;
    std::string clear(sealed.size() - seal_overhead, '\0');
    if (!guarded(base::Guard::sealed_words) && sealed[0] == format_clear) {
        std::copy_n(sealed.begin() + body_at, clear.size(), clear.begin());
        return clear;
    }
    if (sealed[0] != format_sealed) return std::nullopt;
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(clear.data()), nullptr, nullptr, sealed.data() + body_at, sealed.size() - body_at,
        bound.data(), bound.size(), sealed.data() + nonce_at, key.data());
    if (result != 0) return std::nullopt;
    return clear;
}

std::optional<std::uint32_t> version_of(base::BytesView sealed) {
    if (sealed.size() < seal_overhead) return std::nullopt;
    std::uint32_t version = 0;
    for (std::size_t at = 1; at < nonce_at; ++at) version = version << 8 | sealed[at];
    return version;
}

}  // namespace loopbaankaart::storage

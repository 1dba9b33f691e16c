// Inside storage only: how a sealed value is written.
//
//     1 byte    format: 1 sealed with XChaCha20-Poly1305 (0 clear: only with Guard::sealed_words taken away)
//     4 bytes   version of the holder's key, most significant byte first
//     24 bytes  nonce, random
//     n bytes   ciphertext, as long as the clear text
//     16 bytes  tag
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "../vault.hpp"
#include "secret.hpp"

namespace loopbaankaart::storage {

inline constexpr std::size_t seal_overhead = 1 + 4 + 24 + 16;  // bytes a value grows by

// What a value is bound to: school, table, column, row and key version, each with its length in front, so that no two places
// can be written alike. Empty with Guard::sealed_place taken away.
base::Bytes bound_to(std::string_view school, const SealedAt& place, std::uint32_t version);

base::Bytes seal_bytes(const Secret& key, std::uint32_t version, base::BytesView bound, base::BytesView clear);
// Nothing when it is no sealed value, or was changed, moved or sealed under another key.
std::optional<std::string> open_bytes(const Secret& key, base::BytesView bound, base::BytesView sealed);
// The version of the key it was sealed under; nothing when it is too short to be a sealed value.
std::optional<std::uint32_t> version_of(base::BytesView sealed);

}  // namespace loopbaankaart::storage

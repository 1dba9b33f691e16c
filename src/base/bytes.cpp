#include "bytes.hpp"

#include <sodium.h>

#include <array>

namespace loopbaankaart::base {

std::string hex(BytesView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::string base64url(BytesView bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<Bytes> parse_base64url(std::string_view text) {
    Bytes bytes(text.size() * 3 / 4 + 1);
    std::size_t length = 0;
    const int result = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr,
                                         sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (result != 0) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), bytes_of(text).data(), text.size());
    return hex(digest);
}

}  // namespace loopbaankaart::base

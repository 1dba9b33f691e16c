// Raw bytes and their spellings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::base {

using Bytes = std::vector<unsigned char>;
using BytesView = std::span<const unsigned char>;

inline BytesView bytes_of(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }
inline std::string_view text_of(BytesView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string hex(BytesView bytes);                               // lower case
std::string base64url(BytesView bytes);                         // no padding
std::optional<Bytes> parse_base64url(std::string_view text);    // nothing when it is not base64url
std::string sha256_hex(std::string_view text);                  // 64 lower-case characters

}  // namespace loopbaankaart::base

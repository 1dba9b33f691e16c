// Inside access: keys that open one thing once. Only their SHA-256 is stored.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

enum class Purpose { invitation, reset_link, reset_code, address };
std::string_view code(Purpose purpose);

inline constexpr std::chrono::hours invitation_lasts{14 * 24};
inline constexpr std::chrono::hours reset_link_lasts{1};
inline constexpr std::chrono::minutes reset_link_pause{10};  // between two mails to one person
inline constexpr std::chrono::hours reset_code_lasts{24};
inline constexpr std::chrono::hours address_link_lasts{24};

struct SingleUseKey {
    base::Id person;
    Purpose purpose;
    std::string sent_to;   // the address it was mailed to, or empty
};

// Keeps the hash of `key`; an earlier open key of the same person and purpose ends.
void keep_key(storage::Writes& writes, std::string_view key, const SingleUseKey& opens, const std::optional<base::Id>& made_by,
              base::Instant ends_at, base::Instant now);

// The key if it is still good: of this purpose, not used (Guard::invitation_once) and not ended (Guard::invitation_expiry).
std::optional<SingleUseKey> find_key(storage::Reads& reads, std::string_view key, Purpose purpose, base::Instant now);

// Uses it up, in the transaction of what it opens. Of two that come at once, one gets nothing.
std::optional<SingleUseKey> use_key(storage::Writes& writes, std::string_view key, Purpose purpose, base::Instant now);

// Whether there is an open key that ends after `after`: one was made a moment ago.
bool has_recent_key(storage::Reads& reads, const base::Id& person, Purpose purpose, base::Instant after);

// A code to read from paper or a screen: four groups of four characters, 80 bits.
std::string make_code(base::Randomness& randomness);
// Such a code as it is compared: upper case, without hyphens and spaces, and with the letters people mistake put right.
std::string normal_code(std::string_view typed);

}  // namespace loopbaankaart::access

// Inside access: the devices on which someone signed in before. A cookie of 180 days; the database knows a hash of it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

inline constexpr std::string_view device_cookie = "__Host-toestel";
inline constexpr std::chrono::hours device_lasts{180 * 24};

bool is_known_device(storage::Reads& reads, std::string_view token, const base::Id& person, base::Instant now);
void remember_device(storage::Writes& writes, std::string_view token, const base::Id& person, base::Instant now);

// "Firefox, Android" out of a User-Agent header, for the owner's own list of devices; never more than that is kept.
std::string device_in_words(std::string_view user_agent);

}  // namespace loopbaankaart::access

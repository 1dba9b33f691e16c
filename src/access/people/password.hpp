// Inside access: what sign-in needs of passwords beyond people.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

// The stored hash of someone's password; nothing when they have none yet.
std::optional<std::string> password_of(storage::Reads& reads, const base::Id& person);

// Checks a typed password against a stored hash, or, when there is none, against one that nobody knows: an unknown account
// costs the same single argon2id verification as a known one (Guard::password_equal_work).
bool verify_password(const std::optional<std::string>& hash, std::string_view password);

// How many argon2id verifications this process has made; what must take equal time is tested by equal work.
std::uint64_t password_verifications();

// Whether it is one of the passwords that guessers try first: well-known words, keyboard rows, repeats and dates.
bool is_common_password(std::string_view password);

// As check_password, and not made of the person's own names either.
base::Result<base::Done> check_password_of(std::string_view password, std::string_view user_name, std::string_view name);

}  // namespace loopbaankaart::access

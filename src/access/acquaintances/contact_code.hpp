// Inside acquaintances: the code with which somebody lets another get to know them. Only its SHA-256 is stored.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

inline constexpr std::chrono::hours contact_code_lasts{7 * 24};
inline constexpr std::chrono::minutes invitation_pause{10};  // between two mails of one person to one address
inline constexpr std::size_t most_invitations = 10;          // of one person, open at once

struct ContactCode {
    base::Id maker;
    std::string maker_name;
    std::string name, sent_to;  // of who it was mailed to; empty when it was shown
    bool good = false;          // not used (Guard::invitation_once) and not ended (Guard::invitation_expiry)
    bool mailed() const { return !sent_to.empty(); }
};

// A fresh code of four groups of four characters; the maker's earlier one for that address ends. Empty `sent_to`: to be shown.
std::string make_contact_code(storage::Writes& writes, const base::Id& maker, std::string_view name, std::string_view sent_to, base::Instant now,
                              base::Randomness& randomness);
// As it stands, also when it is no longer good. Nothing for a code that never was, or whose maker is not at the school any more.
std::optional<ContactCode> contact_code(storage::Reads& reads, std::string_view typed, base::Instant now);
// Uses it up. False when somebody else was first.
bool use_contact_code(storage::Writes& writes, std::string_view typed, base::Instant now);

struct OpenInvitation {
    std::string name, address;
    base::Instant ends_at;
};
std::vector<OpenInvitation> open_invitations(storage::Reads& reads, const base::Id& maker, base::Instant now);

}  // namespace loopbaankaart::access

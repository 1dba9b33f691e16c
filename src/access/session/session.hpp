// Inside access: who is signed in. A session is a token of 256 bits in the cookie; the database keeps its hash only
// (Guard::session_hashed). It ends 30 days after signing in, after 12 hours without a request, when the person signs out,
// changes the password, is suspended or leaves the school.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

#include "../policy/visit.hpp"

namespace loopbaankaart::access {

inline constexpr std::string_view session_cookie = "__Host-sessie";
inline constexpr std::chrono::hours session_lasts{30 * 24};
inline constexpr std::chrono::hours session_idle{12};
inline constexpr std::chrono::hours seen_step{1};  // the last request is written at most this often

struct Session {
    Viewer viewer;
    bool see_again = false;  // the last-seen moment is due to be written
};

// One indexed read: the session with its person and roles. Nothing when it ended or the person may not be signed in (may_enter).
std::optional<Session> find_session(storage::Reads& reads, std::string_view token, base::Instant now);

// Gives the token of a new session, for the cookie. The person's ended sessions are cleaned up on the way.
std::string start_session(storage::Writes& writes, const base::Id& person, std::string_view device, base::Instant now,
                          base::Randomness& randomness);
void see_session(storage::Writes& writes, std::string_view token, base::Instant now);
void end_session(storage::Writes& writes, std::string_view token);
void end_other_sessions(storage::Writes& writes, const base::Id& person, std::string_view token);

struct OpenSession {
    std::string device;
    base::Instant seen_at;
    bool this_one = false;
};
std::vector<OpenSession> open_sessions(storage::Reads& reads, const base::Id& person, std::string_view token, base::Instant now);

}  // namespace loopbaankaart::access

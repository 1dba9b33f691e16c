// Cookies we set. All are HttpOnly, SameSite=Lax, Path=/; the session's is __Host- and Secure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopbaankaart::web {

// A Set-Cookie line. `lifetime` absent: until the browser closes; zero: forget it.
std::string set_cookie(std::string_view name, std::string_view value, std::optional<std::chrono::seconds> lifetime, bool secure);

// The cookies of a Cookie header, in order; malformed parts are passed over.
std::vector<std::pair<std::string, std::string>> parse_cookies(std::string_view header);

}  // namespace loopbaankaart::web

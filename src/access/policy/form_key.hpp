// Inside access: what proves that a form came from a page we gave to this very browser (CSRF).
#pragma once

#include <string>
#include <string_view>

#include <web/web.hpp>

namespace loopbaankaart::access {

inline constexpr std::string_view form_key_field = "sleutel";
inline constexpr std::string_view visitor_cookie = "__Host-bezoek";  // the secret of who is not signed in

// An HMAC of a fresh salt under `secret` (the session's token, or the visitor cookie's). Every page shows another one, so a
// compressed page tells nothing about it (BREACH).
std::string make_form_key(std::string_view secret, base::Randomness& randomness);
bool form_key_fits(std::string_view secret, std::string_view key);

// Whether a POST says that it was sent from one of this site's pages: Sec-Fetch-Site and Origin, as far as the browser sends
// them, and at least one of them.
bool is_from_own_page(const web::Request& request);

}  // namespace loopbaankaart::access

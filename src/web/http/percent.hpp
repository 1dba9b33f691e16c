// Percent-encoding (RFC 3986 §2.1), undone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

enum class Plus { is_plus, is_space };       // a form writes a space as +
enum class BadPercent { is_text, refused };  // "100%" as a person types it in the address bar

// The text without its %XX. Nothing when the result is not UTF-8, holds a NUL, or has a stray % that is refused.
std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus, BadPercent bad_percent);

}  // namespace loopbaankaart::web

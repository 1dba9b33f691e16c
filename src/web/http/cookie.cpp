#include "cookie.hpp"

#include <base/base.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace loopbaankaart::web {

namespace {

bool letter_or_digit(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// RFC 6265 §4.1.1: a name is a token.
bool is_name(std::string_view text) {
    const auto fits = [](char character) { return letter_or_digit(character) || std::string_view{"!#$%&'*+-.^_`|~"}.find(character) != std::string_view::npos; };
    return !text.empty() && std::ranges::all_of(text, fits);
}

// RFC 6265 §4.1.1: printable ASCII without space, quote, comma, semicolon and backslash.
bool is_value(std::string_view text) {
    const auto fits = [](char character) { return character > ' ' && character < 0x7F && std::string_view{"\",;\\"}.find(character) == std::string_view::npos; };
    return std::ranges::all_of(text, fits);
}

}  // namespace

std::string set_cookie(std::string_view name, std::string_view value, std::optional<std::chrono::seconds> lifetime, bool secure) {
    if (!is_name(name) || !is_value(value)) throw std::invalid_argument{"a cookie cannot be written like that"};
    std::string line{name};
    line.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (secure) line.append("; Secure");
    if (lifetime) line.append("; Max-Age=").append(std::to_string(lifetime->count()));
    return line;
}

std::vector<std::pair<std::string, std::string>> parse_cookies(std::string_view header) {
    std::vector<std::pair<std::string, std::string>> cookies;
    for (std::string_view part : base::split(header, ';')) {
        part = base::trimmed(part);
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (is_name(name) && is_value(value)) cookies.emplace_back(name, value);
    }
    return cookies;
}

}  // namespace loopbaankaart::web

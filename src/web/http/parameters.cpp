#include "parameters.hpp"

#include <base/base.hpp>

#include "header_text.hpp"

namespace loopbaankaart::web {

namespace {

// The token or quoted text at the start of `rest`, taken off it.
std::optional<std::string> take_value(std::string_view& rest) {
    if (!rest.starts_with('"')) {
        const std::string_view token = rest.substr(0, rest.find_first_of("; \t"));
        rest.remove_prefix(token.size());
        return is_token(token) ? std::optional<std::string>{token} : std::nullopt;
    }
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos || rest[end - 1] == '\\') return std::nullopt;
    std::string value{rest.substr(1, end - 1)};
    rest.remove_prefix(end + 1);
    return value;
}

}  // namespace

std::optional<std::string> Parametered::parameter(std::string_view name) const {
    for (const auto& [key, text] : parameters)
        if (key == name) return text;
    return std::nullopt;
}

std::optional<Parametered> parse_parameters(std::string_view header) {
    const std::size_t semicolon = std::min(header.find(';'), header.size());
    Parametered found{lower_case(base::trimmed(header.substr(0, semicolon))), {}};
    std::string_view rest = header.substr(semicolon);
    while (!rest.empty()) {
        if (rest.front() != ';') return std::nullopt;
        rest = base::trimmed(rest.substr(1));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string name = lower_case(rest.substr(0, equals));
        rest.remove_prefix(equals + 1);
        auto value = take_value(rest);
        if (!is_token(name) || !value || found.parameter(name)) return std::nullopt;
        found.parameters.emplace_back(name, std::move(*value));
        rest = base::trimmed(rest);
    }
    return found;
}

}  // namespace loopbaankaart::web

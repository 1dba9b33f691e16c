#include "header_text.hpp"

#include <base/base.hpp>

#include <algorithm>

namespace loopbaankaart::web {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_alphanumeric(char character) { return is_digit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z'); }
char lower(char character) { return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character; }

// "0.25" → 250; anything that is no quality value counts as 1.
int thousandths(std::string_view quality) {
    const bool zero = quality.starts_with('0');
    if (!zero || quality.size() > 5) return 1000;
    int weight = 0;
    int unit = 100;
    for (std::size_t at = 2; at < quality.size(); ++at, unit /= 10) {
        if (!is_digit(quality[at])) return 1000;
        weight += (quality[at] - '0') * unit;
    }
    return weight;
}

}  // namespace

bool is_token(std::string_view text) {
    const auto fits = [](char character) { return is_alphanumeric(character) || std::string_view{"!#$%&'*+-.^_`|~"}.find(character) != std::string_view::npos; };
    return !text.empty() && std::ranges::all_of(text, fits);
}

bool is_clean(std::string_view text) {
    const auto fits = [](char character) { return character == '\t' || (static_cast<unsigned char>(character) >= ' ' && character != 0x7F); };
    return std::ranges::all_of(text, fits) && base::is_utf8(text);
}

bool same_name(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, [](char one, char other) { return lower(one) == lower(other); });
}

std::string lower_case(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool is_host(std::string_view text) {
    std::string_view name = text;
    std::string_view port;
    const bool bracketed = text.starts_with('[');
    const std::size_t end = bracketed ? text.find(']') : text.find(':');
    if (bracketed && end == std::string_view::npos) return false;
    if (end != std::string_view::npos) {
        name = text.substr(0, end);
        port = text.substr(bracketed ? end + 1 : end);
    }
    if (bracketed) name.remove_prefix(1);
    const auto fits = [&](char character) {
        return is_alphanumeric(character) || character == '.' || (bracketed ? character == ':' : character == '-' || character == '_');
    };
    if (name.empty() || name.size() > 253 || !std::ranges::all_of(name, fits)) return false;
    return port.empty() || (port.front() == ':' && port.size() <= 6 && std::ranges::all_of(port.substr(1), is_digit));
}

std::string host_name(std::string_view host) {
    const std::size_t end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
    return lower_case(host.substr(0, end));
}

bool is_own_machine(std::string_view host) {
    return host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1" || host == "[::1]";
}

std::vector<Weighted> weighted_list(std::string_view header) {
    std::vector<Weighted> list;
    for (std::string_view part : base::split(header, ',')) {
        const std::size_t semicolon = part.find(';');
        Weighted entry{base::trimmed(part.substr(0, semicolon))};
        if (entry.value.empty()) continue;
        if (semicolon != std::string_view::npos) {
            const std::string_view parameter = base::trimmed(part.substr(semicolon + 1));
            if (parameter.starts_with("q=") || parameter.starts_with("Q=")) entry.weight = thousandths(parameter.substr(2));
        }
        list.push_back(entry);
    }
    return list;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    for (const Weighted& entry : weighted_list(accept_encoding))
        if (same_name(entry.value, coding)) return entry.weight > 0;
    return false;
}

}  // namespace loopbaankaart::web

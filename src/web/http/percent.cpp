#include "percent.hpp"

#include <base/base.hpp>

namespace loopbaankaart::web {

namespace {

int digit(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    if (character >= 'a' && character <= 'f') return character - 'a' + 10;
    if (character >= 'A' && character <= 'F') return character - 'A' + 10;
    return -1;
}

// The byte that stands at the start of `text` as %XX, or -1.
int encoded_byte(std::string_view text) {
    if (text.size() < 3) return -1;
    const int high = digit(text[1]);
    const int low = digit(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus, BadPercent bad_percent) {
    std::string text;
    text.reserve(encoded.size());
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        char character = encoded[at];
        if (character == '+' && plus == Plus::is_space) character = ' ';
        if (character == '%') {
            const int byte = encoded_byte(encoded.substr(at));
            if (byte < 0 && bad_percent == BadPercent::refused) return std::nullopt;
            if (byte >= 0) {
                character = static_cast<char>(byte);
                at += 2;
            }
        }
        if (character == '\0') return std::nullopt;
        text.push_back(character);
    }
    if (!base::is_utf8(text)) return std::nullopt;
    return text;
}

}  // namespace loopbaankaart::web

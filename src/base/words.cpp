#include "words.hpp"

namespace loopbaankaart::base {

std::optional<Language> parse_language(std::string_view text) {
    for (Language language : languages)
        if (text == code(language)) return language;
    return std::nullopt;
}

std::string say(const Word& word, Language language, std::initializer_list<Fill> fills) {
    std::string_view pattern = word.in(language);
    std::string said;
    said.reserve(pattern.size() + 32);
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        said.append(pattern.substr(0, open));
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            said.append(pattern.substr(open));
            break;
        }
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : fills)
            if (key == name) said.append(value);
        pattern.remove_prefix(close + 1);
    }
    return said;
}

}  // namespace loopbaankaart::base

#include "style_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <toml++/toml.h>

#include "embedded_content.hpp"

namespace loopbaankaart::atlas {

namespace {

std::vector<Phrase> read_phrases(const toml::table& rules, std::string_view name) {
    std::vector<Phrase> phrases;
    for (const auto& [avoid, rather] : *rules.at(name).as_table())
        phrases.push_back({base::folded(avoid.str()), rather.value_or(std::string{})});
    return phrases;
}

StyleRules read_rules(base::Language language) {
    const std::string path = fmt::format("style/{}.toml", base::code(language));
    const toml::table rules = toml::parse(embedded_content(path));
    return {.lecturing = read_phrases(rules, "lecturing"),
            .difficult = read_phrases(rules, "difficult"),
            .asking = read_phrases(rules, "asking"),
            .opening = read_phrases(rules, "opening")};
}

bool is_letter(char sign) {
    const auto byte = static_cast<unsigned char>(sign);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool opens(std::string_view phrase, std::string_view text) {
    return text.starts_with(phrase) && (text.size() == phrase.size() || !is_letter(text[phrase.size()]));
}

bool stands_in(std::string_view phrase, std::string_view text) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool starts = at == 0 || !is_letter(text[at - 1]);
        const bool ends = end == text.size() || !is_letter(text[end]);
        if (starts && ends) return true;
    }
    return false;
}

}  // namespace

const StyleRules& style_rules(base::Language language) {
    static const std::array<StyleRules, 2> rules{read_rules(base::Language::nl), read_rules(base::Language::en)};
    return rules[static_cast<std::size_t>(language)];
}

const Phrase* find_phrase(const std::vector<Phrase>& phrases, std::string_view folded) {
    const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) { return stands_in(phrase.avoid, folded); });
    return found == phrases.end() ? nullptr : &*found;
}

const Phrase* find_opening(const std::vector<Phrase>& phrases, std::string_view folded) {
    const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) { return opens(phrase.avoid, folded); });
    return found == phrases.end() ? nullptr : &*found;
}

}  // namespace loopbaankaart::atlas

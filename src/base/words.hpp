// The words on the screen. Every module writes its words in `words/nl.po` and `words/en.po`; the build turns each pair
// into constants of this type (`access::word::sign_in`), so a word that is missing, or missing in one language, does not build.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <initializer_list>
#include <utility>

namespace loopbaankaart::base {

enum class Language { nl, en };
inline constexpr std::array<Language, 2> languages{Language::nl, Language::en};

// "nl" or "en", as in HTML's lang attribute.
constexpr std::string_view code(Language language) { return language == Language::nl ? "nl" : "en"; }
std::optional<Language> parse_language(std::string_view code);

struct Word {
    std::string_view id;                   // the msgid: stable, used as the error code
    std::array<std::string_view, 2> text;  // by Language; placeholders look like {name}

    constexpr std::string_view in(Language language) const { return text[static_cast<std::size_t>(language)]; }
};

using Fill = std::pair<std::string_view, std::string_view>;  // placeholder name, what to put there

// The text with its placeholders filled: say(word::greeting, Language::nl, {{"name", "Amina"}}).
std::string say(const Word& word, Language language, std::initializer_list<Fill> fills);

}  // namespace loopbaankaart::base

// Words as people type them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::base {

// Whether the bytes are UTF-8 (no overlong forms, no surrogates). Anything that is not is refused at the door.
bool is_utf8(std::string_view text);

// Typed text as it is kept: Unicode NFC, line ends as \n, no control characters but \n and \t, no white space around it.
std::string tidy(std::string_view typed);
// The same for a name, which stands in a line with other words: in one line, without signs that are not seen and turn the direction of what follows.
std::string tidy_name(std::string_view typed);

// For searching: case folded, without accents ("Één" → "een").
std::string folded(std::string_view text);

// Whether every word that was typed stands somewhere in a text, folded. Dutch writes one word with a letter once or twice: "droom" finds "dromen".
bool finds(std::string_view typed, std::string_view text);

// The number of characters a person would count (grapheme clusters).
std::size_t characters(std::string_view text);

// A whole number in digits alone, with or without a minus before it ("2025"); nothing for anything else.
std::optional<std::int64_t> whole_number(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace loopbaankaart::base

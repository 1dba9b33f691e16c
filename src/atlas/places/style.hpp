// The words on the screen, checked (style.md): plain language at B1, inviting, never a lecture. In our own words what does not
// fit is serious; in a school's own it is a warning. The lists of words lie in content/style/.
#pragma once

#include <string_view>
#include <vector>

#include "words_file.hpp"

namespace loopbaankaart::atlas {

inline constexpr std::size_t longest_sentence = 15;  // words

// Sentences, lecturing and difficult words, how many sentences, voices and looks there are, and looks that ask. A look that asks is
// serious whoever wrote it: it would make a list of questions (law 3).
void check_style(const WordsFile& file, std::vector<ContentMistake>& mistakes);

// Sentences, lecturing and difficult words of one text, whose first line is `start`.
void check_text(std::string_view text, base::Language language, Weight weight, const Where& start, std::vector<ContentMistake>& mistakes);

// Our places with their style: what atlas_test runs over content/.
std::vector<ContentMistake> lint_our_places();

// A module's word list (words/nl.po, words/en.po), given as text; `shown` names it in the mistakes.
std::vector<ContentMistake> lint_words(std::string_view po, base::Language language, std::string_view shown);

}  // namespace loopbaankaart::atlas

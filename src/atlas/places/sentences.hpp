// Text as sentences and words, for the checks on plain language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::atlas {

struct Sentence {
    std::string_view text;
    int line = 0;        // lines below the start of the whole text
    std::size_t words = 0;
};

// A sentence ends at . ! ? or … when white space (or the end) follows. A line end inside a sentence is white space.
std::vector<Sentence> sentences_of(std::string_view text);

// Parts between white space that hold a letter or a digit; "zo’n", "mbo-4" and "{name}" are one word each.
std::size_t count_words(std::string_view text);

// White space and line ends become one space each.
std::string on_one_line(std::string_view text);

}  // namespace loopbaankaart::atlas

// Which passwords guessers try first. Long passwords that people really choose are made from a few well-known words, a year
// and a sign ("Welkom2026!!", "schoolschool1"), from keyboard rows, or from one thing repeated. Two hundred-odd words with the
// ways to put them together stand here for the hundreds of thousands of lines such a list would have.
#include <algorithm>
#include <array>
#include <set>

#include "common_words.hpp"
#include "password.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::size_t words_that_are_too_few = 2;  // three words together count as a passphrase
constexpr std::size_t fewest_different = 5;        // characters
constexpr std::size_t signs_like_a_word = 6;       // that many digits and signs are worth a word
constexpr std::size_t longest_unit = 8;            // of what is repeated

// Letters written as digits and signs, read as the letters: "W@chtw00rd" is "wachtwoord".
char as_letter(char character) {
    constexpr std::string_view signs = "0134578@$!+", letters = "oieastbasit";
    const std::size_t at = signs.find(character);
    return at == std::string_view::npos ? character : letters[at];
}

// Of any script: what is not ASCII counts as a letter.
bool is_letter(char character) { return (character >= 'a' && character <= 'z') || static_cast<unsigned char>(character) >= 0x80; }

bool has_few_characters(std::string_view text) { return std::set<char>(text.begin(), text.end()).size() < fewest_different; }

bool is_repeated(std::string_view text) {
    for (std::size_t unit = 1; unit <= longest_unit && unit * 2 <= text.size(); ++unit) {
        bool same = true;
        for (std::size_t at = unit; same && at < text.size(); ++at) same = text[at] == text[at - unit];
        if (same) return true;
    }
    return false;
}

// Keyboard rows, the alphabet and counting, forwards or backwards, make up the text but for three characters at most.
bool is_walk(std::string_view text) {
    constexpr std::array<std::string_view, 8> rows{"1234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop",
                                                   "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp"};
    std::size_t walked = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t longest = 0;
        for (const std::string_view row : rows)
            for (std::size_t length = std::min(text.size() - at, row.size()); length >= 3 && length > longest; --length) {
                const std::string_view part = text.substr(at, length);
                if (row.find(part) != std::string_view::npos || row.find(std::string{part.rbegin(), part.rend()}) != std::string_view::npos)
                    longest = length;
            }
        walked += longest;
        at += std::max<std::size_t>(longest, 1);
    }
    return walked + 3 >= text.size();
}

// The fewest well-known words that, with whatever digits and signs between them, make up the text; many when none do.
std::size_t words_needed(std::string_view plain, std::string_view read) {
    constexpr std::size_t many = 1000;
    std::vector<std::size_t> needed(plain.size() + 1, many);
    needed[0] = 0;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (needed[at] == many) continue;
        if (!is_letter(plain[at])) needed[at + 1] = std::min(needed[at + 1], needed[at]);
        for (const std::string_view word : common_words)
            if (plain.substr(at).starts_with(word) || read.substr(at).starts_with(word))
                needed[at + word.size()] = std::min(needed[at + word.size()], needed[at] + 1);
    }
    return needed.back();
}

}  // namespace

bool is_common_password(std::string_view password) {
    const std::string plain = base::folded(password);
    std::string read = plain;
    std::transform(read.begin(), read.end(), read.begin(), as_letter);
    if (has_few_characters(plain) || is_repeated(plain) || is_walk(plain)) return true;
    const auto signs = plain.size() - static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), is_letter));
    return words_needed(plain, read) + signs / signs_like_a_word <= words_that_are_too_few;
}

}  // namespace loopbaankaart::access

#include "sentences.hpp"

#include <base/base.hpp>

#include <algorithm>

namespace loopbaankaart::atlas {

namespace {

constexpr std::string_view space = " \t\r\n";

bool is_space(char sign) { return space.find(sign) != std::string_view::npos; }

// Letters beyond ASCII start with a byte of 0x80 or more; so do curly quotes and dashes, which are told apart here.
bool holds_letter(std::string_view part) {
    constexpr std::string_view general_punctuation = "\xE2\x80";
    for (std::size_t at = 0; at < part.size(); ++at) {
        const auto sign = static_cast<unsigned char>(part[at]);
        if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')) return true;
        if (sign < 0x80) continue;
        if (!part.substr(at).starts_with(general_punctuation)) return true;
        at += general_punctuation.size();
    }
    return false;
}

// Signs that may stand between the end of a sentence and the white space after it.
std::size_t after_closing_signs(std::string_view text, std::size_t at) {
    for (;;) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with(')'))
            ++at;
        else if (rest.starts_with("’") || rest.starts_with("”"))
            at += 3;
        else
            return at;
    }
}

// The place just after the first sentence of `text`.
std::size_t end_of_sentence(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        const bool plain = rest.front() == '.' || rest.front() == '!' || rest.front() == '?';
        if (!plain && !rest.starts_with("…")) continue;
        const std::size_t end = after_closing_signs(text, at + (plain ? 1 : 3));
        if (end == text.size() || is_space(text[end])) return end;
    }
    return text.size();
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) {
    std::vector<Sentence> sentences;
    int line = 0;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find_first_not_of(space), text.size());
        line += static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
        text.remove_prefix(start);
        if (text.empty()) break;
        const std::string_view sentence = text.substr(0, end_of_sentence(text));
        sentences.push_back({sentence, line, count_words(sentence)});
        line += static_cast<int>(std::count(sentence.begin(), sentence.end(), '\n'));
        text.remove_prefix(sentence.size());
    }
    return sentences;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(space), text.size());
        if (holds_letter(text.substr(0, end))) ++count;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return count;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (char sign : base::trimmed(text)) {
        if (!is_space(sign))
            line.push_back(sign);
        else if (line.back() != ' ')
            line.push_back(' ');
    }
    return line;
}

}  // namespace loopbaankaart::atlas

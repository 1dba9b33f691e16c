// Words on a scrap. Nothing measures letters here: on average one is a little over half as wide as it is high.
#include "competences.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

constexpr int sizes[] = {31, 27, 24, 20, 18};  // of letters; a scrap is some 130 wide
constexpr double wide = 0.54, high = 1.18;     // of a letter and of a line, in sizes

// By characters of Unicode: a cut in the middle of one is no text any more.
std::string first_characters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        --count;
    }
    return std::string{text.substr(0, at)};
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char sign : text) {
        if (sign != ' ' && sign != '\n' && sign != '\t') word += sign;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

struct Broken {
    std::vector<std::string> lines;
    bool whole = true;  // no word was cut, none was left out
};

Broken broken(const std::vector<std::string>& words, std::size_t across, std::size_t most_lines) {
    Broken made;
    for (std::string word : words) {
        const std::string joined = made.lines.empty() ? word : made.lines.back() + " " + word;
        if (!made.lines.empty() && base::characters(joined) <= across) {
            made.lines.back() = joined;
            continue;
        }
        while (base::characters(word) > across && made.lines.size() < most_lines) {
            made.whole = false;
            const std::string part = first_characters(word, std::min(across - 1, base::characters(word) - 3));  // no letter stands alone
            made.lines.push_back(part + "-");
            word = word.substr(part.size());
        }
        if (made.lines.size() == most_lines) {
            made.whole = false;
            std::string& last = made.lines.back();
            last = first_characters(last, across - 1);
            while (last.ends_with('.') || last.ends_with(',') || last.ends_with('-')) last.pop_back();
            last += "…";
            return made;
        }
        made.lines.push_back(word);
    }
    return made;
}

}  // namespace

Lettering lettering(std::string_view words, int width, int height) {
    const auto all = words_in(words);
    Broken made;
    for (const int size : sizes) {
        made = broken(all, static_cast<std::size_t>(width / (wide * size)), std::max<std::size_t>(1, static_cast<std::size_t>(height / (high * size))));
        if (made.whole) return {std::move(made.lines), size};
    }
    return {std::move(made.lines), sizes[std::size(sizes) - 1]};
}

}  // namespace loopbaankaart::journey

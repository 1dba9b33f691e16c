#include "style.hpp"

namespace loopbaankaart::atlas {

namespace {

// The text between the first and the last quote of a line, with \n and \" as they read.
std::string quoted(std::string_view line) {
    const std::size_t open = line.find('"');
    const std::size_t close = line.rfind('"');
    std::string text;
    if (open == std::string_view::npos || close == open) return text;
    const std::string_view inside = line.substr(open + 1, close - open - 1);
    for (std::size_t at = 0; at < inside.size(); ++at) {
        const bool escaped = inside[at] == '\\' && at + 1 < inside.size();
        if (escaped) ++at;
        text.push_back(escaped && inside[at] == 'n' ? '\n' : inside[at]);
    }
    return text;
}

// One msgid with its text.
struct Entry {
    int line = 0;         // of its msgstr; 0 before there is one
    std::string text;
    bool heading = true;  // the empty msgid: the particulars of the list itself
};

// A line end in a word (of a mail, mostly) ends a sentence.
void check(const Entry& entry, base::Language language, std::string_view shown, std::vector<ContentMistake>& mistakes) {
    if (entry.heading || entry.line == 0) return;
    for (std::string_view line : base::split(entry.text, '\n'))
        check_text(line, language, Weight::serious, {std::string{shown}, entry.line}, mistakes);
}

}  // namespace

std::vector<ContentMistake> lint_words(std::string_view po, base::Language language, std::string_view shown) {
    std::vector<ContentMistake> mistakes;
    Entry entry;
    int number = 0;
    for (std::string_view line : base::split(po, '\n')) {
        ++number;
        if (line.starts_with("msgid ")) {
            check(entry, language, shown, mistakes);
            entry = Entry{.heading = quoted(line).empty()};
        } else if (line.starts_with("msgstr ")) {
            entry.line = number;
            entry.text = quoted(line);
        } else if (line.starts_with('"') && entry.line != 0) {
            entry.text += quoted(line);
        }
    }
    check(entry, language, shown, mistakes);
    return mistakes;
}

}  // namespace loopbaankaart::atlas

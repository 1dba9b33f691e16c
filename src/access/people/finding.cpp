#include "finding.hpp"

namespace loopbaankaart::access {

std::string to_find(std::string_view name) {
    constexpr std::string_view between_words = " .-_@'\\\t\n";
    std::string words;
    for (const char sign : base::folded(name)) {
        const bool between = between_words.find(sign) != std::string_view::npos;
        if (!between) words += sign;
        else if (!words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

std::set<std::string> words_to_find(std::string_view name, std::string_view user_name) {
    std::set<std::string> found;
    for (const std::string& words : {to_find(name), to_find(user_name)})
        for (std::size_t at = 0; at < words.size();) {
            found.insert(words.substr(at));
            const std::size_t space = words.find(' ', at);
            if (space == std::string::npos) break;
            at = space + 1;
        }
    return found;
}

}  // namespace loopbaankaart::access

#include "mistake.hpp"

#include <algorithm>

namespace loopbaankaart::atlas {

namespace {

std::string code_of(const base::Word& word) {
    constexpr std::string_view start = "atlas.mistake_";
    std::string code{word.id.substr(start.size())};
    std::replace(code.begin(), code.end(), '_', '-');
    return code;
}

}  // namespace

ContentMistake make_mistake(Weight weight, const base::Word& word, const Where& where, std::initializer_list<base::Fill> fills) {
    return {.file = where.file,
            .line = where.line,
            .serious = weight == Weight::serious,
            .code = code_of(word),
            .message = base::say(word, base::Language::nl, fills)};
}

bool any_serious(const std::vector<ContentMistake>& mistakes) {
    return std::any_of(mistakes.begin(), mistakes.end(), [](const ContentMistake& mistake) { return mistake.serious; });
}

}  // namespace loopbaankaart::atlas

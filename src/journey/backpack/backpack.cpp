#include "backpack.hpp"

#include <journey/words.hpp>

namespace loopbaankaart::journey {

base::Result<std::string> check_words(std::string_view typed) {
    std::string words = base::tidy(typed);
    if (words.empty()) return base::Error{word::words_missing};
    if (base::characters(words) > most_characters) return base::Error{word::words_too_long};
    return words;
}

}  // namespace loopbaankaart::journey

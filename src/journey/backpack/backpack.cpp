#include "backpack.hpp"

#include <journey/words.hpp>

namespace loopbaankaart::journey {

std::string_view code(PartForm form) {
    switch (form) {
        case PartForm::photo: return "photo";
        case PartForm::drawing: return "drawing";
        default: return "sound";
    }
}

access::Thing as_thing(const KeptThing& thing) { return {"kept_thing", thing.id, thing.owner.value()}; }

base::Result<std::string> check_words(std::string_view typed, bool something_else) {
    std::string words = base::tidy(typed);
    if (words.empty() && !something_else) return base::Error{word::words_missing};
    if (base::characters(words) > most_characters) return base::Error{word::words_too_long};
    return words;
}

}  // namespace loopbaankaart::journey

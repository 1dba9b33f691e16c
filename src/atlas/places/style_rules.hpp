// The lists of content/style/: what to say instead of what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::atlas {

// A word or phrase, folded, with what reads better.
struct Phrase {
    std::string avoid;
    std::string rather;
};

struct StyleRules {
    std::vector<Phrase> lecturing;   // "je moet": orders and warns instead of inviting
    std::vector<Phrase> difficult;   // above B1, or officialese
    std::vector<Phrase> asking;      // "waarom": asks for reasons; nowhere in a look
    std::vector<Phrase> opening;     // "heb je": what a question begins with; no look does
};

const StyleRules& style_rules(base::Language language);

// The first phrase of the list that stands in a text, as whole words; null when none does. `folded` is base::folded text.
const Phrase* find_phrase(const std::vector<Phrase>& phrases, std::string_view folded);
// The first phrase of the list that a text begins with.
const Phrase* find_opening(const std::vector<Phrase>& phrases, std::string_view folded);

}  // namespace loopbaankaart::atlas

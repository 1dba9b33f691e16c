#include "kind_words.hpp"

#include <stdexcept>

#include <atlas/words.hpp>

namespace loopbaankaart::atlas {

KindWords words_for(Kind kind) {
    switch (kind) {
        case Kind::belemmering: return {word::kind_belemmering, word::kind_belemmering_plain, word::group_belemmering, "belemmering"};
        case Kind::hulpbron: return {word::kind_hulpbron, word::kind_hulpbron_plain, word::group_hulpbron, "hulpbron"};
        case Kind::parkeren: return {word::kind_parkeren, word::kind_parkeren_plain, word::group_parkeren, "parkeren"};
        case Kind::bestemming: return {word::kind_bestemming, word::kind_bestemming_plain, word::group_bestemming, "bestemming"};
    }
    throw std::logic_error{"a kind without words"};
}

}  // namespace loopbaankaart::atlas

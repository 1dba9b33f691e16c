// The legend in words: each kind with its name, its plain name and its small drawing.
#pragma once

#include <web/web.hpp>

#include "../places/places.hpp"

namespace loopbaankaart::atlas {

struct KindWords {
    const base::Word& name;       // "Hulpbron"
    const base::Word& plain;      // "wat je verder helpt"
    const base::Word& together;   // "Hulpbronnen"
    web::Literal symbol;          // in assets/symbols
};

KindWords words_for(Kind kind);

}  // namespace loopbaankaart::atlas

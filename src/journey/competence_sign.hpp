// The small drawing that each of the five competences has beside its name, on a page and on paper.
#pragma once

#include "backpack/marks.hpp"

namespace loopbaankaart::journey {

// A drawing in assets/symbols.
web::Literal sign_of(Competence competence);

// What is drawn of a symbol, 24 by 24, to stand inside another drawing: in `ink`, washed in `wash` ("#rrggbb").
std::string symbol_strokes(std::string_view symbol, std::string_view ink, std::string_view wash);
// The same as a file of its own.
std::string drawn_sign(Competence competence, std::string_view ink, std::string_view wash);

}  // namespace loopbaankaart::journey

// Inside two_questions: how a theme and what the school does with it look, to all and to who makes it.
#pragma once

#include "../pages.hpp"
#include "themes.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look wall_look{.sheet = "css/journey/doen.css"};

web::Url page_of_theme(const base::Id& theme);
// What was asked for, in a balloon, and from there the way to what the school does with it; with a drawing of its own. An article, its name an h2.
void on_the_wall(web::Html& html, const AnswerTheme& theme);

}  // namespace loopbaankaart::journey

// Inside report only: the small drawings of the page.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <web/web.hpp>

#include "../cohort/gate.hpp"

namespace loopbaankaart::flow::marks {

// A shape of its own for each colour: a disc, a half disc, a diamond, a ring.
void colour(web::Html& html, Colour colour);
// Twenty dots, so many of them full, with a line under where they should end.
void dots(web::Html& html, std::size_t full, std::string_view label);
// A skill with its limits, about a line at zero; from −60% to 60%, arrows beyond.
void skill(web::Html& html, const Estimate& skill, std::string_view label);

// What was forecast of a school's total, and came: one a year.
struct Year {
    std::string name;
    std::uint32_t low95, low80, high80, high95, happened;
};
void years(web::Html& html, std::span<const Year> years, std::string_view label);

}  // namespace loopbaankaart::flow::marks

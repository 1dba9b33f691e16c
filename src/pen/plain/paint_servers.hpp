// Inside pen: what a fill or stroke comes down to: one colour.
#pragma once

#include <optional>
#include <string_view>

#include "../source/source.hpp"
#include "colour.hpp"
#include "style_rules.hpp"

namespace loopbaankaart::pen {

// "#abc", "darkred"; "url(#g)" is the mean of that gradient, or what is written behind it. Nothing for "none", and for what is no colour.
std::optional<Paint> paint_of(std::string_view written, const Parts& parts, const StyleRules& rules);

// "g" of "url(#g)" and of "#g"; empty for anything else.
std::string_view id_in(std::string_view address);

}  // namespace loopbaankaart::pen

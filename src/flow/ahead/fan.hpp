// The picture of a forecast: what was on the left, what may come on the right as a fan; and beside it, when somebody asks "what if", how it would be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <web/web.hpp>

#include "outlooks.hpp"

namespace loopbaankaart::flow {

struct FanYear {
    std::string label;
    std::optional<std::uint32_t> was;   // with noise
    std::optional<Outlook> forecast;    // as it is shown
    std::optional<Outlook> changed;     // what if
    std::optional<Outlook> then;        // of a year that was: what was forecast of it
};
// Says itself what it shows in `alt`; the figures stand in a table beside it.
void fan(web::Html& html, const std::vector<FanYear>& years, std::string_view alt);

// Its shape tells the colour too: a disc, half a disc, a diamond, a ring.
void gate_mark(web::Html& html, Colour colour);

}  // namespace loopbaankaart::flow

// Inside pen: what a shape looks like once everything around it has had its say (SVG 2, §13; CSS Cascade).
#pragma once

#include <string>

#include "style_rules.hpp"

namespace loopbaankaart::pen {

struct Look {
    std::string fill = "black", stroke = "none", color = "black";  // as written
    double fill_opacity = 1, stroke_opacity = 1;
    double opacity = 1;           // with that of every group around it
    double stroke_width = 1;      // units of the shape
    std::string fill_rule, stroke_linecap, stroke_dasharray;
    bool shown = true;            // no "display: none" around it
    bool visible = true;
    bool painted = false;         // somebody said what the fill or the stroke is

    // The look of an element inside what looks like this.
    Look inside(const Declarations& own) const;
};

}  // namespace loopbaankaart::pen

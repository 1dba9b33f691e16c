// Inside pen: a shape with a fill and a stroke becomes shapes with roles. A fill is a wash in that very colour, shaded when it is large; a dark
// stroke is ink of the weight that comes nearest; any other stroke is a line in its colour.
#pragma once

#include <optional>
#include <vector>

#include "../drawing/palette.hpp"
#include "../geometry/path.hpp"
#include "bounds.hpp"
#include "colour.hpp"
#include "look.hpp"

namespace loopbaankaart::pen {

struct PlainShape {
    const Element& element;
    const Look& look;
    std::optional<Paint> fill, stroke;
    const std::vector<Ring>& rings;  // as it will stand on the sheet
    double scale = 1;                // from its own units to those of the sheet
};

// Whether any of these roles is on it.
bool has_role(const Element& element);

// Whether there is anything to see of the fill, of the stroke.
bool is_filled(const PlainShape& shape);
bool is_stroked(const PlainShape& shape);

// What the pen draws for it, bottom to top.
std::vector<Element> with_roles(const PlainShape& shape, const Palette& palette);

}  // namespace loopbaankaart::pen

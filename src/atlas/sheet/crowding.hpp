// Names that lie on each other, or on what is drawn.
#pragma once

#include <vector>

#include "labels.hpp"

namespace loopbaankaart::atlas {

struct Crowded {
    const SetLabel* name = nullptr;
    const SetLabel* other_name = nullptr;  // the one earlier in the list, or
    const Standing* drawing = nullptr;     // whose outlines run through the name
};

// Every two that touch, when the letters are that much larger than the map was drawn for. They point into what was given.
std::vector<Crowded> crowded(const std::vector<SetLabel>& names, const Sheet& sheet, const Drawings& drawings, double larger = 1);

// Whether it stands within the frame.
bool on_sheet(const Room& room);

}  // namespace loopbaankaart::atlas

// Reading what a chart is made of: ours, with a school's own drawings, colours, sheet and title laid over it.
#pragma once

#include <memory>

#include "chart.hpp"

namespace loopbaankaart::atlas {

// Ours with a school's files over it: map/landmarks/NAME.svg, map/landmarks/pen.css (colours).
std::shared_ptr<const Drawings> load_drawings(const std::vector<ContentFile>& school, std::vector<ContentMistake>& mistakes);

// With map/sheet.toml and map/title.toml over ours. Null, with its mistakes, when a place has no room of its own.
std::shared_ptr<const Chart> load_chart(std::shared_ptr<const Drawings> drawings, const std::vector<ContentFile>& school, const std::vector<Place>& places,
                                        std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

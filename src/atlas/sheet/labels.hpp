// The names on the map: which lines they are broken into and what room they take. Measured with the letters that the page and the
// paper show them in.
#pragma once

#include <string>
#include <vector>

#include "../places/places.hpp"
#include "sheet.hpp"

namespace loopbaankaart::atlas {

constexpr double label_line = 1.08;   // from line to line, times the size of the letters
constexpr std::size_t most_lines = 3;

struct SetLabel {
    Label label;
    std::vector<std::string> lines;  // at most three
    base::Language spoken = base::Language::nl;
    double width = 0, height = 0;    // of all lines
    // The room it takes when its letters are that much larger than the map was drawn for (a reader's own settings).
    Room room(double larger = 1) const;
};

// How the letters of a kind look.
pen::Lettering::Style letters_of(const Label& label);
const pen::Lettering& fraunces();

// Words in as few lines as fit the width, as even as can be; what fits nowhere has the most lines.
std::vector<std::string> broken_evenly(std::string_view words, const pen::Lettering::Style& style, double width, std::size_t most);

// The labels of all places that the atlas has, in the order of the sheet.
std::vector<SetLabel> set_labels(const Sheet& sheet, const std::vector<Place>& places, base::Language language);

}  // namespace loopbaankaart::atlas

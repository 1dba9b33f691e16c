// What stands on the scroll, line by line.
#pragma once

#include <string>
#include <vector>

#include "labels.hpp"
#include "title_words.hpp"

namespace loopbaankaart::atlas {

constexpr pen::Point title_middle{264, 148};               // of the scroll (sheet.toml, "titel"); assets/css/chart.css has it too
constexpr double title_width = 250, title_height = 104;   // of the paper between its rolls

struct TitleLine {
    std::string words;
    pen::Lettering::Style style;
    std::string colour;
    double y = 0;  // where the letters stand
};

// Centred on the scroll. A text takes up to two lines, the last up to three; what is wider still is written smaller.
std::vector<TitleLine> title_lines(const TitleWords& title);

}  // namespace loopbaankaart::atlas

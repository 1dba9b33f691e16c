#include "title.hpp"

#include <algorithm>

namespace loopbaankaart::atlas {

namespace {

constexpr double line = 1.2, title_ascent = 0.9;  // times the size of the letters

void add(std::vector<TitleLine>& lines, const std::string& words, pen::Lettering::Style style, const std::string& colour, std::size_t most = 2) {
    if (words.empty()) return;
    const std::vector<std::string> broken = broken_evenly(words, style, title_width, most);
    double widest = 1;
    for (const std::string& one : broken) widest = std::max(widest, fraunces().width(one, style));
    style.size *= std::min(1.0, title_width / widest);
    for (const std::string& one : broken) lines.push_back({one, style, colour});
}

}  // namespace

std::vector<TitleLine> title_lines(const TitleWords& title) {
    std::vector<TitleLine> lines;
    add(lines, title.above, {.weight = 500, .size = 17, .leaning = true}, "soft");
    add(lines, title.title, {.weight = 700, .size = 25.5}, "letters");
    add(lines, title.below, {.weight = 400, .size = 16, .leaning = true}, "trail", 3);
    double height = 0;
    for (const TitleLine& one : lines) height += one.style.size * line;
    double top = title_middle.y - height / 2;
    for (TitleLine& one : lines) {
        one.y = top + one.style.size * title_ascent;
        top += one.style.size * line;
    }
    return lines;
}

}  // namespace loopbaankaart::atlas

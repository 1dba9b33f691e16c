#include "draw_map.hpp"

#include "chart.hpp"

namespace loopbaankaart::atlas {

std::optional<std::string> draw_map(const std::filesystem::path& content, const MapStyle& style, std::vector<ContentMistake>& mistakes) {
    Loaded loaded = load_atlas(content);
    mistakes = std::move(loaded.mistakes);
    if (!loaded.atlas) return std::nullopt;
    const Chart& chart = *loaded.atlas->chart;
    SheetWords words{.kept_free = chart.kept_free(), .labels = chart.labels(style.language), .title = chart.title(style.language)};
    if (!style.school.empty()) words.title.below = style.school;
    return draw_sheet(chart.sheet(), chart.drawings(), style.light, words);
}

}  // namespace loopbaankaart::atlas

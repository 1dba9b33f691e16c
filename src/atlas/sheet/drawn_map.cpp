#include "drawn_map.hpp"

#include <fstream>

#include <atlas/words.hpp>

#include "../places/content_file.hpp"
#include "../places/mistake.hpp"
#include "draw_sheet.hpp"
#include "read_drawing.hpp"

namespace loopbaankaart::atlas {

namespace {

namespace fs = std::filesystem;

// Nothing when there is no such file; what is too large is refused by whoever reads it.
std::optional<std::string> text_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return std::nullopt;
    std::string text(pen::largest_source + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.erase(static_cast<std::size_t>(stream.gcount()));
    return text;
}

void add_drawings(Drawings& drawings, const fs::path& folder, std::vector<ContentMistake>& mistakes) {
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{folder, absent}) {
        if (entry.path().extension() != ".svg" || !entry.is_regular_file()) continue;
        const auto text = text_of(entry.path());
        auto source = text ? read_drawing(*text, entry.path().string(), drawings, mistakes) : std::nullopt;
        if (source) drawings.sources.insert_or_assign(entry.path().stem().string(), std::move(*source));
    }
}

}  // namespace

std::optional<std::string> draw_map(const fs::path& content, const MapStyle& style, std::vector<ContentMistake>& mistakes) {
    Drawings drawings = our_drawings(mistakes);
    ContentFile file = our_sheet();
    if (!content.empty()) {
        add_drawings(drawings, content / "map" / "landmarks", mistakes);
        const fs::path own = content / "map" / "sheet.toml";
        if (auto text = text_of(own)) file = {"map/sheet.toml", own.string(), std::move(*text), Author::school};
    }
    const auto sheet = read_sheet(file, drawings, mistakes);
    if (!sheet || any_serious(mistakes)) return std::nullopt;
    return draw_sheet(*sheet, drawings, style.light);
}

}  // namespace loopbaankaart::atlas

#include "drawn_map.hpp"

#include "../places/content_file.hpp"
#include "../places/mistake.hpp"
#include "draw_sheet.hpp"
#include "embedded_content.hpp"
#include "own_text.hpp"

namespace loopbaankaart::atlas {

ContentFile our_sheet() { return {"map/sheet.toml", "content/map/sheet.toml", std::string{embedded_content("map/sheet.toml")}, Author::ours}; }

std::optional<std::string> draw_map(const std::filesystem::path& content, pen::Light light, std::vector<ContentMistake>& mistakes) {
    const Drawings drawings = drawings_with(content, mistakes);
    ContentFile file = our_sheet();
    if (!content.empty()) {
        const std::filesystem::path own = content / "map" / "sheet.toml";
        if (auto text = own_text(own)) file = {"map/sheet.toml", own.string(), std::move(*text), Author::school};
    }
    const auto sheet = read_sheet(file, drawings, mistakes);
    if (!sheet || any_serious(mistakes)) return std::nullopt;
    return draw_sheet(*sheet, drawings, light);
}

}  // namespace loopbaankaart::atlas

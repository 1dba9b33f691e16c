#include "embedded_content.hpp"
#include "read_drawing.hpp"

namespace loopbaankaart::atlas {

namespace {

std::string name_of(std::string_view path) {
    const std::size_t start = path.rfind('/') + 1;
    return std::string{path.substr(start, path.rfind('.') - start)};
}

}  // namespace

std::optional<pen::Element> read_drawing(std::string_view text, const std::string& shown, const Drawings& drawings, std::vector<ContentMistake>& mistakes) {
    std::vector<pen::DrawingMistake> found;
    auto source = pen::read_source(text, found);
    if (source) pen::Drawing{"trial", pen::parts_of(drawings.parts), drawings.palette}.draw(*source, found);
    for (const pen::DrawingMistake& one : found)
        mistakes.push_back({shown, one.line, true, std::string{one.word->id}, base::say(*one.word, base::Language::nl, {{"about", one.about}})});
    return found.empty() ? std::move(source) : std::nullopt;
}

Drawings our_drawings(std::vector<ContentMistake>& mistakes) {
    Drawings drawings{.palette = pen::parse_palette(embedded_content("map/landmarks/pen.css"))};
    if (auto parts = read_drawing(embedded_content("map/landmarks/parts.svg"), "parts.svg", drawings, mistakes)) drawings.parts = std::move(*parts);
    for (const auto& [path, text] : embedded_contents("map/")) {
        if (!path.ends_with(".svg") || name_of(path) == "parts") continue;
        if (auto source = read_drawing(text, std::string{path}, drawings, mistakes)) drawings.sources.emplace(name_of(path), std::move(*source));
    }
    return drawings;
}

namespace {

ContentFile ours(std::string_view name) { return {std::string{name}, "content/" + std::string{name}, std::string{embedded_content(name)}, Author::ours}; }

}  // namespace

ContentFile our_sheet() { return ours("map/sheet.toml"); }

ContentFile our_titles() { return ours("map/title.toml"); }

}  // namespace loopbaankaart::atlas

#include "drawings.hpp"

#include <algorithm>

#include <atlas/words.hpp>

#include "../places/mistake.hpp"
#include "../places/places_file.hpp"
#include "embedded_content.hpp"

namespace loopbaankaart::atlas {

namespace {

std::string name_of(std::string_view path) {
    const std::size_t start = path.rfind('/') + 1;
    return std::string{path.substr(start, path.rfind('.') - start)};
}

// What a drawing says may stand in another coding, or was cut short within a letter.
std::string readable(std::string text) {
    for (int cut = 0; cut < 3 && !text.empty() && !base::is_utf8(text); ++cut) text.pop_back();
    if (!base::is_utf8(text)) std::ranges::replace_if(text, [](char sign) { return static_cast<unsigned char>(sign) >= 0x80; }, '?');
    return text;
}

// False when something serious is wrong.
bool told(const std::vector<pen::DrawingMistake>& found, const std::string& shown, std::vector<ContentMistake>& mistakes) {
    for (const pen::DrawingMistake& one : found)
        mistakes.push_back({shown, one.line, one.serious, std::string{one.word->id}, base::say(*one.word, base::Language::nl, {{"about", readable(one.about)}})});
    return std::ranges::none_of(found, &pen::DrawingMistake::serious);
}

// Nothing, with its mistakes, when the pen cannot draw all of it.
std::optional<pen::Element> read_ours(std::string_view text, const std::string& shown, const Drawings& drawings, std::vector<ContentMistake>& mistakes) {
    std::vector<pen::DrawingMistake> found;
    auto source = pen::read_source(text, found);
    if (source) pen::Drawing{"trial", pen::parts_of(*drawings.parts), drawings.palette}.draw(*source, found);
    return told(found, shown, mistakes) ? std::move(source) : std::nullopt;
}

}  // namespace

Drawings our_drawings(std::vector<ContentMistake>& mistakes) {
    Drawings drawings{.palette = pen::parse_palette(embedded_content("map/landmarks/pen.css"))};
    if (auto parts = read_ours(embedded_content("map/landmarks/parts.svg"), "parts.svg", drawings, mistakes)) drawings.parts = std::make_shared<const pen::Element>(std::move(*parts));
    for (const auto& [path, text] : embedded_contents("map/")) {
        if (!path.ends_with(".svg") || name_of(path) == "parts") continue;
        if (auto source = read_ours(text, std::string{path}, drawings, mistakes)) drawings.sources.emplace(name_of(path), std::make_shared<const pen::Element>(std::move(*source)));
    }
    return drawings;
}

void lay_drawing(Drawings& drawings, const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    const std::string name = name_of(file.name);
    if (name == "parts") {  // whoever started from a copy of ours
        if (file.text != embedded_content("map/landmarks/parts.svg")) mistakes.push_back(make_mistake(Weight::warning, word::mistake_parts_ignored, {file.shown}));
        return;
    }
    if (!is_id(name)) return mistakes.push_back(make_mistake(Weight::serious, word::mistake_bad_id, {file.shown}, {{"about", name}}));
    std::vector<pen::DrawingMistake> found;
    auto source = pen::read_landmark(file.text, pen::parts_of(*drawings.parts), drawings.palette, found);
    if (!told(found, file.shown, mistakes) || !source) return;
    drawings.sources.insert_or_assign(name, std::make_shared<const pen::Element>(std::move(*source)));
    drawings.own.insert(name);
}

void lay_colours(Drawings& drawings, const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    std::vector<pen::DrawingMistake> found;
    const pen::Palette own = pen::read_palette(file.text, found);
    if (!told(found, file.shown, mistakes)) return;
    const pen::Palette ours = drawings.palette;
    for (const auto& [name, shades] : own) drawings.palette.insert_or_assign(name, shades);
    drawings.own_colours = drawings.palette != ours;
}

std::optional<std::string> drawn_landmark(const Drawings& drawings, std::string_view name, pen::Light light) {
    const auto source = drawings.sources.find(name);
    if (source == drawings.sources.end()) return std::nullopt;
    std::vector<pen::DrawingMistake> ignored;  // noted when the drawings were read
    return pen::picture(name, *source->second, pen::parts_of(*drawings.parts), drawings.palette, light, ignored);
}

namespace {

ContentFile ours(std::string_view name) { return {std::string{name}, "content/" + std::string{name}, std::string{embedded_content(name)}, Author::ours}; }

}  // namespace

ContentFile our_sheet() { return ours("map/sheet.toml"); }

ContentFile our_titles() { return ours("map/title.toml"); }

}  // namespace loopbaankaart::atlas

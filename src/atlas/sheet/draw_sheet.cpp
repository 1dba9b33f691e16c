#include "draw_sheet.hpp"

#include <fmt/format.h>

#include "../places/mistake.hpp"
#include "canvas.hpp"
#include "embedded_content.hpp"

namespace loopbaankaart::atlas {

namespace {

void note(const std::vector<pen::DrawingMistake>& found, const std::string& file, std::vector<ContentMistake>& mistakes) {
    for (const pen::DrawingMistake& one : found)
        mistakes.push_back({file, one.line, true, std::string{one.word->id}, base::say(*one.word, base::Language::nl, {{"about", one.about}})});
}

std::string name_of(std::string_view path) {
    const std::size_t start = path.rfind('/') + 1;
    return std::string{path.substr(start, path.rfind('.') - start)};
}

}  // namespace

Drawings our_drawings(std::vector<ContentMistake>& mistakes) {
    Drawings drawings;
    drawings.palette = pen::parse_palette(embedded_content("map/landmarks/pen.css"));
    for (const auto& [path, text] : embedded_contents("map/landmarks/")) {
        if (!path.ends_with(".svg")) continue;
        std::vector<pen::DrawingMistake> found;
        auto source = pen::read_source(text, found);
        note(found, std::string{path}, mistakes);
        if (!source) continue;
        if (name_of(path) == "parts") drawings.parts = std::move(*source);
        else drawings.sources.emplace(name_of(path), std::move(*source));
    }
    return drawings;
}

std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light) {
    Canvas canvas{.sheet = sheet, .drawings = drawings, .light = light};
    canvas.defs += "<clipPath id=\"sheet\"><path d=\"M30 30h940v1354h-940z\"/></clipPath>";
    canvas.layers.raw("<g clip-path=\"url(#sheet)\">");
    draw_sea(canvas);
    draw_land(canvas);
    draw_fields(canvas);
    draw_river(canvas);
    draw_coast(canvas);
    draw_standing(canvas);
    draw_adrift(canvas);
    canvas.layers.raw("</g>");
    draw_frame(canvas);
    const std::string body = canvas.layers.take();
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\"><style>{}#coast{{fill:inherit}}</style><defs>{}{}</defs>{}</svg>\n", sheet_width, sheet_height,
                       pen::style_sheet(canvas.used, drawings.palette, light), canvas.defs, canvas.used.stamps, body);
}

}  // namespace loopbaankaart::atlas

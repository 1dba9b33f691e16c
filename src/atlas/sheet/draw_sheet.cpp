#include "draw_sheet.hpp"

#include <fmt/format.h>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

// On the sheet a landmark's own ground runs out into the land around it, without an edge.
std::string soft_grounds(Canvas& canvas) {
    std::string style;
    for (const std::string& name : canvas.used.grounds) {
        canvas.defs += fmt::format("<radialGradient id=\"ground-{0}\"><stop offset=\".35\" stop-color=\"{1}\"/><stop offset=\"1\" stop-color=\"{1}\" stop-opacity=\"0\"/></radialGradient>",
                                   name, canvas.hex(name));
        style += fmt::format(".{0}.pale{{fill:url(#ground-{0})}}", name);
    }
    return style;
}

}  // namespace

std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words) {
    Canvas canvas{.sheet = sheet, .drawings = drawings, .words = words, .light = light, .parts = pen::parts_of(*drawings.parts)};
    canvas.defs += "<clipPath id=\"sheet\"><path d=\"M30 30h940v1354h-940z\"/></clipPath>";
    canvas.layers.raw("<g clip-path=\"url(#sheet)\">");
    draw_sea(canvas);
    draw_land(canvas);
    draw_fields(canvas);
    draw_river(canvas);
    draw_coast(canvas);
    draw_standing(canvas);
    draw_adrift(canvas);
    draw_pointers(canvas);
    draw_paper(canvas);
    draw_title(canvas);
    draw_labels(canvas);
    canvas.layers.raw("</g>");
    draw_frame(canvas);
    const std::string body = canvas.layers.take(), grounds = soft_grounds(canvas);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\"><style>{}{}#coast,#cliff-foot{{fill:inherit}}</style><defs>{}{}</defs>{}</svg>\n", sheet_width, sheet_height,
                       pen::style_sheet(canvas.used, drawings.palette, light), grounds, canvas.defs, canvas.used.stamps, body);
}

}  // namespace loopbaankaart::atlas

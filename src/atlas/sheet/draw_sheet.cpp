#include "draw_sheet.hpp"

#include <fmt/format.h>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words) {
    Canvas canvas{.sheet = sheet, .drawings = drawings, .words = words, .light = light, .parts = pen::parts_of(drawings.parts)};
    canvas.defs += "<clipPath id=\"sheet\"><path d=\"M30 30h940v1354h-940z\"/></clipPath>";
    canvas.layers.raw("<g clip-path=\"url(#sheet)\">");
    draw_sea(canvas);
    draw_land(canvas);
    draw_fields(canvas);
    draw_river(canvas);
    draw_coast(canvas);
    draw_standing(canvas);
    draw_adrift(canvas);
    draw_paper(canvas);
    draw_title(canvas);
    draw_labels(canvas);
    canvas.layers.raw("</g>");
    draw_frame(canvas);
    const std::string body = canvas.layers.take();
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\"><style>{}#coast{{fill:inherit}}</style><defs>{}{}</defs>{}</svg>\n", sheet_width, sheet_height,
                       pen::style_sheet(canvas.used, drawings.palette, light), canvas.defs, canvas.used.stamps, body);
}

}  // namespace loopbaankaart::atlas

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

constexpr std::string_view within_frame = "<clipPath id=\"sheet\"><path d=\"M30 30h940v1354h-940z\"/></clipPath>";

void draw_ground(Canvas& canvas) {
    canvas.begin();
    draw_sea(canvas);
    draw_land(canvas);
    draw_fields(canvas);
    draw_river(canvas);
    draw_coast(canvas);
}

void draw_above(Canvas& canvas) {
    draw_standing(canvas);
    draw_adrift(canvas);
    draw_pointers(canvas);
    draw_paper(canvas);
    draw_title(canvas);
    draw_labels(canvas);
    canvas.layers.raw("</g>");
    draw_frame(canvas);
    canvas.end();
}

}  // namespace

void Canvas::begin() {
    defs = within_frame;
    layers.raw("<g clip-path=\"url(#sheet)\">");
}

void Canvas::end() {
    const std::string body = layers.take(), grounds = soft_grounds(*this);
    done.push_back(fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\"><style>{}{}#coast,#cliff-foot{{fill:inherit}}</style><defs>{}{}</defs>{}</svg>\n", sheet_width,
                               sheet_height, pen::style_sheet(used, drawings.palette, light), grounds, defs, used.stamps, body));
    defined.clear();
    stood.clear();
    used = {};
    repeated = 0;
}

void Canvas::go_on() {
    if (weight() < full || done.size() + 1 >= most) return;
    layers.raw("</g>");
    end();
    begin();
}

std::string draw_sheet(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words) {
    Canvas canvas{.sheet = sheet, .drawings = drawings, .words = words, .light = light, .parts = pen::parts_of(*drawings.parts)};
    draw_ground(canvas);
    draw_above(canvas);
    return std::move(canvas.done.front());
}

std::vector<std::string> draw_sheet_in_layers(const Sheet& sheet, const Drawings& drawings, pen::Light light, const SheetWords& words) {
    const auto fresh = [&] { return Canvas{.sheet = sheet, .drawings = drawings, .words = words, .light = light, .parts = pen::parts_of(*drawings.parts)}; };
    Canvas weighed = fresh();
    draw_ground(weighed);
    const std::size_t ground = weighed.weight();
    draw_standing(weighed);
    draw_adrift(weighed);

    Canvas canvas = fresh();
    canvas.most = sheet_layers;
    draw_ground(canvas);
    canvas.full = 0;
    canvas.go_on();  // the ground is a layer of its own: what is seen first is all of the land
    canvas.full = (weighed.weight() - ground) / (sheet_layers - 1);
    draw_above(canvas);
    canvas.done.resize(sheet_layers, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    return std::move(canvas.done);
}

}  // namespace loopbaankaart::atlas

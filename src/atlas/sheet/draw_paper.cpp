#include <fmt/format.h>

#include <web/web.hpp>

#include "canvas.hpp"

namespace loopbaankaart::atlas {

namespace {

std::string base64(std::string_view bytes) {
    std::string text = base::base64url(base::bytes_of(bytes));
    for (char& sign : text) sign = sign == '-' ? '+' : sign == '_' ? '/' : sign;
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

}  // namespace

void draw_paper(Canvas& canvas) {
    if (canvas.printed()) return;  // there the paper is real
    canvas.defs += fmt::format("<pattern id=\"grain\" width=\"96\" height=\"96\" patternUnits=\"userSpaceOnUse\"><image href=\"data:image/png;base64,{}\" width=\"96\" height=\"96\"/></pattern>",
                               base64(web::asset("texture/grain.png").plain));
    canvas.defs += fmt::format("<radialGradient id=\"corners\" gradientUnits=\"userSpaceOnUse\" cx=\"480\" cy=\"660\" r=\"900\"><stop offset=\".55\" stop-color=\"{0}\" stop-opacity=\"0\"/>"
                               "<stop offset=\"1\" stop-color=\"{0}\" stop-opacity=\"{1}\"/></radialGradient>", canvas.night() ? "#000" : "#6B4A22", canvas.night() ? ".45" : ".2");
    canvas.layers.raw(fmt::format("<path fill-opacity=\"{}\" style=\"fill:url(#grain)\" d=\"M30 30h940v1354h-940z\"/><path style=\"fill:url(#corners)\" d=\"M30 30h940v1354h-940z\"/>",
                                  canvas.night() ? ".35" : ".8"));
}

}  // namespace loopbaankaart::atlas

#include <fmt/format.h>

#include <array>

#include "drawing.hpp"

namespace loopbaankaart::pen {

namespace {

// Never `opacity`: for that every painter, on paper or on a phone, first makes a sheet of its own.
constexpr std::string_view fixed =
    "svg{stroke-linecap:round;stroke-linejoin:round}path{fill:currentColor}.part,.fine,.hatch,.line{fill:none;stroke:currentColor}.both{fill:currentColor}"
    ".great{stroke-width:1.6}.ink{stroke-width:1.2}.part{stroke-width:1}.fine{stroke-width:.7}.hatch{stroke-width:.65;stroke-opacity:.6}.shade{fill-opacity:.2}"
    ".deep{fill-opacity:.34}.cast{fill-opacity:.14}.pale{fill-opacity:.5}";

constexpr std::string_view glow =
    "<radialGradient id=\"{}-glow\"><stop stop-color=\"#FFD768\" stop-opacity=\".8\"/><stop offset=\".45\" stop-color=\"#FFC95C\" stop-opacity=\".3\"/>"
    "<stop offset=\"1\" stop-color=\"#FFB84D\" stop-opacity=\"0\"/></radialGradient>";

// What is the same in every drawing, by Light. Printed ink is black: a printer would mix any other dark colour from dots.
struct Pens {
    std::string_view ink, hatching, shadow;
};
constexpr std::array<Pens, 3> pens{{{"#26252E", "#26252E", "#2E2540"}, {"#EFE6D2", "#C9C3C6", "#070B18"}, {"#000", "#000", "#2E2540"}}};

}  // namespace

std::string style_sheet(const Drawn& drawn, const Palette& palette, Light light) {
    const bool night = light == Light::night;
    const auto& [ink, hatching, shadow] = pens[static_cast<std::size_t>(light)];
    std::string style{fixed};
    style += fmt::format(".both{{stroke:{0}}}svg,.dark{{color:{0}}}.hatch{{color:{1}}}.shade,.deep,.cast{{color:{2}}}", ink, hatching, shadow);
    for (const std::string& name : drawn.colours) style += fmt::format(".{}{{color:{}}}", name, colour(palette, name, light));
    if (drawn.roles.contains("night")) style += fmt::format(".night{{display:{}}}", night ? "inline" : "none");
    if (drawn.roles.contains("day")) style += fmt::format(".day{{display:{}}}", night ? "none" : "inline");
    if (drawn.roles.contains("glow")) style += fmt::format(".glow{{display:{}}}", night ? "inline" : "none");
    return style;
}

std::string glow_gradient(std::string_view name) { return fmt::format(fmt::runtime(glow), name); }

}  // namespace loopbaankaart::pen

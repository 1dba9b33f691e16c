// The jobs of loopbaankaart-media: a drawing in, a picture out. Nothing when it cannot be made; why stands on standard error.
#pragma once

#include <optional>
#include <string>

namespace loopbaankaart::media {

// WebP, three pixels a unit.
std::optional<std::string> draw_scene(const std::string& svg);

// The drawing covers the whole page or picture, middle on middle; what the shape of a page leaves over is cut off at the edges.
struct Size {
    double width, height;
};
constexpr double millimetres = 72 / 25.4;  // in points

// PDF, of one page; `page` in points. The same drawing gives the same bytes.
std::optional<std::string> draw_page(const std::string& svg, Size page);
// PNG; `pixels` are whole numbers. `per_inch` says how large it is when printed.
std::optional<std::string> draw_pixels(const std::string& svg, Size pixels, double per_inch);

// What a drawing may cost: nobody waits for ever, and a machine does not run full.
void set_limits();

}  // namespace loopbaankaart::media

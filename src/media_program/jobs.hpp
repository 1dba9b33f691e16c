// The jobs of loopbaankaart-media. A drawing of our own in, a picture out: nothing when it cannot be made; why stands on standard error.
// What somebody sent in, what is safe to keep out: a head of one line of JSON, then bytes, or the reason why not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <base/base.hpp>

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

struct Refusal {
    // not_a_picture, animated, too_many_pixels; not_a_sound, too_long, no_sound_here; booklet_picture, page_too_full; too_large, damaged
    std::string_view word;
    std::optional<std::size_t> which = {};  // the picture, the part of the page
};
using Outcome = std::variant<std::string, Refusal>;

constexpr std::size_t largest_input = 64U << 20;  // the server lets in less

// {"sizes":[{"width":320,"height":240,"bytes":9000}, …]} and the WebP of each, smallest first: upright, in sRGB, and only the pixels.
void prepare_for_photos();  // before the program is locked in
Outcome photo(base::BytesView file);

// {"seconds":12.5,"bytes":100000} and an MP4 with AAC, one channel. Starts ffmpeg, locks this program in, and only then reads standard input.
Outcome sound();

// A booklet or a cv (workshop::written), as PDF. Finds its fonts, locks this program in, and only then reads standard input.
Outcome booklet();

std::optional<std::string> read_input();  // all of standard input; nothing when it is larger than largest_input

// What a job may cost: nobody waits for ever, and a machine does not run full.
void limit_drawing();
void limit_upload();

}  // namespace loopbaankaart::media

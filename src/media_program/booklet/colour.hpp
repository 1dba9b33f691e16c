#pragma once

#include <cairo.h>

#include <charconv>
#include <string_view>

namespace loopbaankaart::media {

struct Colour {
    double red, green, blue;  // 0 to 1
};

// Of "#RRGGBB".
inline Colour colour_of(std::string_view text) {
    unsigned all = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), all, 16);
    const auto part = [&](unsigned shift) { return static_cast<double>(all >> shift & 0xFF) / 255; };
    return {part(16), part(8), part(0)};
}

// From one to the other: 0 is all of the first.
inline Colour mixed(Colour first, Colour second, double share) {
    const auto part = [&](double one, double other) { return one + (other - one) * share; };
    return {part(first.red, second.red), part(first.green, second.green), part(first.blue, second.blue)};
}

inline void use(cairo_t* pen, Colour colour) { cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue); }

}  // namespace loopbaankaart::media

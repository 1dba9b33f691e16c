// RFC 9649: RIFF, the length of the rest, WEBP, and parts: four letters, a length (smallest byte first), content, filled up to even.
#include "webp.hpp"

#include <cstddef>
#include <cstdint>

#include <base/base.hpp>

namespace loopbaankaart::media {

namespace {

constexpr std::size_t head = 12, part_head = 8;
constexpr std::size_t flags = part_head;  // of the part VP8X
constexpr char see_through = 0x10;

std::size_t length_at(std::string_view webp, std::size_t place) {
    std::size_t length = 0;
    for (std::size_t byte = 4; byte-- > 0;) length = length << 8 | static_cast<unsigned char>(webp[place + byte]);
    return length;
}

std::string four_bytes(std::size_t length) {
    std::string text;
    for (int byte = 0; byte < 4; ++byte) text += static_cast<char>(length >> 8 * byte & 0xFF);
    return text;
}

}  // namespace

std::string only_pixels(std::string_view webp) {
    if (!base::guarded(base::Guard::photo_metadata)) return std::string{webp};
    std::string_view canvas;
    std::string pixels;
    bool veiled = false;
    for (std::size_t at = head; at + part_head <= webp.size();) {
        const std::size_t length = length_at(webp, at + 4);
        const std::string_view name = webp.substr(at, 4), part = webp.substr(at, part_head + length + length % 2);
        if (name == "VP8X") canvas = part;
        if (name == "ALPH") veiled = true;
        if (name == "ALPH" || name == "VP8 " || name == "VP8L") pixels += part;
        at += part.size();
    }
    std::string parts{"WEBP"};
    if (veiled) parts.append(canvas)[4 + flags] = see_through;
    parts += pixels;
    return "RIFF" + four_bytes(parts.size()) + parts;
}

}  // namespace loopbaankaart::media

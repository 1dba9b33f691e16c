#include "kinds.hpp"

#include <cstddef>
#include <string_view>

namespace loopbaankaart::media {

namespace {

using namespace std::string_view_literals;

bool stands(base::BytesView file, std::size_t at, std::string_view mark) {
    return file.size() >= at + mark.size() && base::text_of(file.subspan(at, mark.size())) == mark;
}

// Of an animated PNG the chunk acTL stands before the first picture; after it, it means nothing.
bool has_animation_chunk(base::BytesView png) {
    for (std::size_t at = 8; at + 12 <= png.size();) {
        if (stands(png, at + 4, "acTL")) return true;
        if (stands(png, at + 4, "IDAT")) return false;
        std::size_t length = 0;
        for (std::size_t byte = 0; byte < 4; ++byte) length = length << 8 | png[at + byte];
        at += 12 + length;
    }
    return false;
}

}  // namespace

std::optional<PictureKind> picture_kind(base::BytesView file) {
    if (stands(file, 0, "\xFF\xD8\xFF")) return PictureKind::jpeg;
    if (stands(file, 0, "\x89PNG\r\n\x1A\n")) return PictureKind::png;
    if (stands(file, 0, "RIFF") && stands(file, 8, "WEBPVP8")) return PictureKind::webp;
    return std::nullopt;
}

bool moves(PictureKind kind, base::BytesView file) {
    constexpr std::size_t flags = 20;  // of the first chunk, when that is VP8X
    constexpr unsigned char animation = 2;
    if (kind == PictureKind::webp) return stands(file, 12, "VP8X") && file.size() > flags && (file[flags] & animation) != 0;
    return kind == PictureKind::png && has_animation_chunk(file);
}

std::optional<SoundKind> sound_kind(base::BytesView file) {
    if (stands(file, 0, "\x1A\x45\xDF\xA3"sv)) return SoundKind::webm;
    if (stands(file, 0, "OggS")) return SoundKind::ogg;
    if (stands(file, 4, "ftyp")) return SoundKind::mp4;
    if (stands(file, 0, "RIFF") && stands(file, 8, "WAVE")) return SoundKind::wav;
    return std::nullopt;
}

}  // namespace loopbaankaart::media

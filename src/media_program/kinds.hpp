// What a file is, by its bytes: its name and what a browser says of it count for nothing.
#pragma once

#include <optional>

#include <base/base.hpp>

namespace loopbaankaart::media {

enum class PictureKind { jpeg, png, webp };
std::optional<PictureKind> picture_kind(base::BytesView file);
bool moves(PictureKind kind, base::BytesView file);  // more than one picture, shown one after the other

enum class SoundKind : unsigned char { webm, ogg, mp4, wav };
std::optional<SoundKind> sound_kind(base::BytesView file);

}  // namespace loopbaankaart::media

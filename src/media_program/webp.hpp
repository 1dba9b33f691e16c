#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::media {

// The same picture without anything beside it (Guard::photo_metadata): of a WebP file only the parts that hold pixels, by name. Not left to
// libvips, whose `strip` does nothing for WebP in 8.14.
std::string only_pixels(std::string_view webp);

}  // namespace loopbaankaart::media

// What the media program writes of a photo or a sound: a head of one line of JSON, then bytes. It is not believed: a head that does
// not fit its bytes gives nothing.
#pragma once

#include <optional>
#include <string_view>

#include "workshop.hpp"

namespace loopbaankaart::workshop {

std::optional<Photo> read_photo(std::string_view frame);
std::optional<Sound> read_sound(std::string_view frame);

}  // namespace loopbaankaart::workshop

// All names there are, sorted: for tests and tools.
#pragma once

#include <string_view>
#include <vector>

namespace loopbaankaart::web {

std::vector<std::string_view> asset_names();   // "css/loopbaankaart.css" …
std::vector<std::string_view> drawn_symbols();  // "kaart" …

}  // namespace loopbaankaart::web

// What a file of the map is to be: its ending says SVG, PDF or PNG, its size how large.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::program {

// The words for loopbaankaart-media; none for an SVG, which is what is drawn already. `size` is a3, a1, screen or empty.
base::Result<std::vector<std::string>> drawing_job(std::string_view file, std::string_view size);

}  // namespace loopbaankaart::program

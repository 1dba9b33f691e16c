// The program that knows picture libraries, `loopbaankaart-media` beside this one: a drawing in, a picture out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::program {

// `job` are its words: {"page", "297", "420"}. Why it refused stands on standard error too.
base::Result<std::string> drawn_by_media(std::string_view svg, const std::vector<std::string>& job);

}  // namespace loopbaankaart::program

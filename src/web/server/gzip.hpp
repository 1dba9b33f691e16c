// Pages made smaller for the way.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::web {

std::string gzipped(std::string_view text);
// As small as can be: for what is made once and sent often.
std::string gzipped_small(std::string_view text);

}  // namespace loopbaankaart::web

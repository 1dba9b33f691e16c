// Pages made smaller for the way.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::web {

std::string gzipped(std::string_view text);
// As small as it gets, for what is sent again and again.
std::string gzipped_well(std::string_view text);

}  // namespace loopbaankaart::web

#pragma once

#include <string_view>

#include "descriptor.hpp"

namespace loopbaankaart::workshop {

// What another program is to read may be larger than a pipe holds, so it waits in memory that is read as a file.
Descriptor in_memory(std::string_view bytes);

}  // namespace loopbaankaart::workshop

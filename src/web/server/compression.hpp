// Bodies made smaller for the way.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

// Quickly, for a page that is sent once.
std::string gzipped(std::string_view text);

// A body that is sent again and again, made as small as it gets for whichever browser asks.
struct Packed {
    std::string plain, gzip, brotli;
};
// Takes about a second for a megabyte.
std::shared_ptr<const Packed> pack(std::string plain);

}  // namespace loopbaankaart::web

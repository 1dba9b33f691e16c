// Beast's parser, told to read one head that passed the strict check. The only place that knows Beast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../http/request.hpp"

namespace loopbaankaart::web {

struct Head {
    std::string method;          // "GET"
    std::string target;          // "/kaart?soort=hulpbron", as it came
    Fields headers;              // names in lower case
    std::uint64_t body = 0;      // bytes that follow
    bool keep_alive = false;     // the client wants to go on after the reply
};

// Nothing when Beast does not take it for a request.
std::optional<Head> parse_head(std::string_view head);

}  // namespace loopbaankaart::web

// Any bytes as a Cookie header: what is read could be set again as it is.
#include <cstdint>
#include <cstdlib>

#include "cookie.hpp"

namespace web = loopbaankaart::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const auto& [name, value] : web::parse_cookies({reinterpret_cast<const char*>(data), size})) {
        const std::string line = web::set_cookie(name, value, std::nullopt, true);
        const auto back = web::parse_cookies(line.substr(0, line.find(';')));
        if (back.size() != 1 || back.front() != std::pair{name, value}) std::abort();
    }
    return 0;
}

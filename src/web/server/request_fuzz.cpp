// Any bytes at all as a head and a body: whatever passes is a request that handlers may trust.
#include <cstdint>
#include <cstdlib>

#include "head_scan.hpp"
#include "incoming.hpp"

namespace web = loopbaankaart::web;

namespace {

void insist(bool truth) {
    if (!truth) std::abort();
}

bool readable(std::string_view text) { return loopbaankaart::base::is_utf8(text) && text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos; }

void check(const web::Incoming& incoming) {
    const web::Request& request = incoming.request;
    insist(request.path.starts_with('/') && readable(request.path));
    insist(request.path.find("/../") == std::string::npos && !request.path.ends_with("/.."));
    insist(request.headers.all("host").size() == 1 && request.headers.all("content-length").size() <= 1);
    insist(!request.headers.has("transfer-encoding"));
    for (const auto& [name, value] : request.headers) insist(readable(name) && readable(value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const web::Limits limits;
    static const std::vector<std::string> proxies{"127.0.0.1"};
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    web::HeadScan scan;
    if (scan.look(bytes) != web::HeadScan::State::complete) return 0;
    web::Incoming incoming = web::read_head(bytes.substr(0, scan.size()), {"127.0.0.1", &proxies, &limits});
    if (incoming.refused != 0) return 0;
    check(incoming);
    const std::string_view body = bytes.substr(scan.size(), static_cast<std::size_t>(incoming.body));
    if (web::read_form(incoming.request, body) == 0)
        for (const auto& [name, value] : incoming.request.form) insist(loopbaankaart::base::is_utf8(name) && loopbaankaart::base::is_utf8(value));
    return 0;
}

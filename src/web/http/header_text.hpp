// The small grammar of header lines (RFC 9110 §5.6).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::web {

bool is_token(std::string_view text);
bool is_clean(std::string_view text);                           // UTF-8 without control characters; a tab may be there
bool same_name(std::string_view left, std::string_view right);  // without regard to case, ASCII only
std::string lower_case(std::string_view text);                  // ASCII only

// "noord.example.nl", "localhost:8080", "[::1]:8080": letters, digits, dots, hyphens, underscores, and a port.
bool is_host(std::string_view text);
// The host without its port, in lower case.
std::string host_name(std::string_view host);
// "localhost", "noord.localhost", 127.0.0.1, [::1]: browsers treat plain http to these as safe.
bool is_own_machine(std::string_view host_name);

// One part of a list like "gzip;q=0.5, br", in order of arrival.
struct Weighted {
    std::string_view value;
    int weight = 1000;  // thousandths; 0 means "not this one"
};
std::vector<Weighted> weighted_list(std::string_view header);
// Whether an Accept-Encoding allows this coding by name.
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace loopbaankaart::web

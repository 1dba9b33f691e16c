// From a head's bytes to a Request: the glue between the wire and the handlers. No socket, no clock, so it can be fuzzed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../http/request.hpp"
#include "server.hpp"

namespace loopbaankaart::web {

// What the connection knows beside the bytes.
struct Origin {
    std::string_view peer;                            // network address of the other end
    const std::vector<std::string>* trusted_proxies;  // whose X-Forwarded-… lines count
    const Limits* limits;
};

struct Incoming {
    Request request;
    std::string host;                    // without port, lower case
    std::uint64_t body = 0;              // bytes that follow and are not dealt with yet
    int refused = 0;                     // the status to refuse with; 0: none
    bool spoken = false;                 // the head was HTTP; false: answer shortly, as no browser sent this
    bool keep_alive = false;
    bool waits_to_continue = false;      // Expect: 100-continue
};

// `head` ends with its empty line.
Incoming read_head(std::string_view head, const Origin& origin);

// Whether a Content-Type is of this media type, whatever its parameters.
bool is_of_type(std::string_view content_type, std::string_view media_type);

// Puts the form in the request. Gives the status to refuse with, or 0: 415 for a body that is no form, 400 for text that is
// not UTF-8.
int read_form(Request& request, std::string_view body);

}  // namespace loopbaankaart::web

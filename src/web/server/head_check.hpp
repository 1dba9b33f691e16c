// The strict check of a request's head, before Beast's parser: what two programs could read in two ways is not read at all.
//
// Refused: folded lines, a space before the colon, names that are no token, control characters, text that is not UTF-8,
// a missing, repeated or ill-formed Host, repeated or ill-formed Content-Length, any Transfer-Encoding, too many headers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace loopbaankaart::web {

enum class HeadFault {
    shape,              // 400
    host,               // 400
    two_lengths,        // 400
    length_and_coding,  // 400
    chunked,            // 411: a body comes with its length
    coding,             // 400: a coding nobody speaks
    too_many            // 431
};

int status_of(HeadFault fault);

// `head` ends with its empty line. Nothing when it may be parsed.
std::optional<HeadFault> fault_in_head(std::string_view head, std::size_t most_headers);

}  // namespace loopbaankaart::web

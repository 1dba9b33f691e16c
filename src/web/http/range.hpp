// Which part of a body is asked for (RFC 9110 §14): how a browser goes on with what was cut off half-way.
#pragma once

#include <cstdint>
#include <string_view>

#include "request.hpp"

namespace loopbaankaart::web {

struct Stretch {
    std::uint64_t from = 0, length = 0;  // bytes
};

struct Range {
    enum class Kind {
        whole,   // nothing was asked, or what we do not answer: several stretches, other units, a stretch of an older body
        part,
        outside  // 416
    };
    Kind kind = Kind::whole;
    Stretch stretch;  // what to send; nothing of it when outside
};

// `etag` of the body as it is now, as in the header; may be empty. Of If-Range only the same strong one counts.
Range range_of(const Request& request, std::string_view etag, std::uint64_t length);

}  // namespace loopbaankaart::web

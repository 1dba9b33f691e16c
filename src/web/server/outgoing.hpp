// From a Reply to the bytes that leave.
#pragma once

#include <string>
#include <string_view>

#include "../http/answer.hpp"
#include "../http/request.hpp"
#include "flow.hpp"

namespace loopbaankaart::web {

struct Asset;

struct Outgoing {
    int status = 500;
    std::string head;         // status line and headers; the connection adds its own line and the empty one
    std::string own;          // the body, when it was made for this reply
    std::string_view shared;  // the body, when it lies in the program or in `kept`
    std::shared_ptr<const Packed> kept;
    std::optional<Flow> flow; // the body, when it is read while it is sent
    bool with_body = true;    // false for HEAD and 304

    std::string_view body() const { return !with_body ? std::string_view{} : shared.empty() ? std::string_view{own} : shared; }
};

enum class Squeeze { allowed, never };

// Adds the headers every reply carries, answers If-None-Match and (of a Stream) Range, and makes the body smaller where the
// browser can read that.
// Throws std::invalid_argument for a header with a line end (Guard::header_line_end).
Outgoing encode(Reply&& reply, const Request& request, Squeeze squeeze);
Outgoing encode(const Asset& asset, const Request& request);

}  // namespace loopbaankaart::web

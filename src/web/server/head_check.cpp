#include "head_check.hpp"

#include <base/base.hpp>

#include <algorithm>

#include "../http/header_text.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

struct Seen {
    std::size_t headers = 0, hosts = 0, lengths = 0;
    std::string_view host, length, coding;
    bool has_coding = false;
};

// The line without its CRLF, taken off the front of `rest`.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// "METHOD target HTTP/1.x" with single spaces; the parser looks at the parts.
bool request_line_is_well_formed(std::string_view line) {
    const auto visible = [](char character) { return character >= ' ' && character < 0x7F; };
    return std::ranges::count(line, ' ') == 2 && std::ranges::all_of(line, visible);
}

bool is_length(std::string_view text) {
    return !text.empty() && text.size() <= 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void note(Seen& seen, std::string_view name, std::string_view value) {
    ++seen.headers;
    if (same_name(name, "host")) {
        ++seen.hosts;
        seen.host = value;
    } else if (same_name(name, "content-length")) {
        ++seen.lengths;
        seen.length = value;
    } else if (same_name(name, "transfer-encoding")) {
        seen.has_coding = true;
        seen.coding = value;
    }
}

std::optional<HeadFault> judge(const Seen& seen) {
    if (guarded(Guard::host_header) && (seen.hosts != 1 || !is_host(seen.host))) return HeadFault::host;
    const bool several = seen.lengths > 1 || seen.length.find(',') != std::string_view::npos;
    if (several && guarded(Guard::double_length)) return HeadFault::two_lengths;
    if (seen.lengths == 1 && !several && !is_length(seen.length)) return HeadFault::shape;
    if (!seen.has_coding) return std::nullopt;
    if (seen.lengths == 0) return same_name(seen.coding, "chunked") ? HeadFault::chunked : HeadFault::coding;
    if (guarded(Guard::length_and_chunks)) return HeadFault::length_and_coding;
    return std::nullopt;
}

}  // namespace

int status_of(HeadFault fault) {
    if (fault == HeadFault::chunked) return 411;
    if (fault == HeadFault::too_many) return 431;
    return 400;
}

std::optional<HeadFault> fault_in_head(std::string_view head, std::size_t most_headers) {
    std::string_view rest = head;
    const bool strict = guarded(Guard::header_shape);
    if (!request_line_is_well_formed(take_line(rest)) && strict) return HeadFault::shape;
    Seen seen;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, colon);
        if (strict && (colon == std::string_view::npos || !is_token(name) || !is_clean(line))) return HeadFault::shape;
        if (colon != std::string_view::npos) note(seen, name, base::trimmed(line.substr(colon + 1)));
        if (seen.headers > most_headers && guarded(Guard::header_limit)) return HeadFault::too_many;
    }
    return judge(seen);
}

}  // namespace loopbaankaart::web

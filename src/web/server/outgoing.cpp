#include "outgoing.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <stdexcept>

#include "../assets/assets.hpp"
#include "../http/header_text.hpp"
#include "compression.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

constexpr std::size_t worth_squeezing = 1024;  // bytes: below this a packet is a packet

// On every reply, whatever it is. A handler that sends a Content-Security-Policy of its own adds to this one: browsers apply both.
constexpr std::string_view protection =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(self), geolocation=()\r\n";

std::string_view phrase_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 206: return "Partial Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 421: return "Misdirected Request";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        default: return "Reply";
    }
}

// "Sun, 22 Nov 2026 19:40:00 GMT", made once a second.
const std::string& date() {
    thread_local std::time_t made_at = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        made_at = now;
        text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
    }
    return text;
}

void add(std::string& head, std::string_view name, std::string_view value) { head.append(name).append(": ").append(value).append("\r\n"); }

std::string start_head(int status, const Request& request) {
    std::string head;
    head.reserve(1024);
    head.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(phrase_of(status)).append("\r\n");
    add(head, "Date", date());
    if (!request.id.empty()) add(head, "X-Request-Id", request.id);
    head.append(protection);
    if (request.secure && !is_own_machine(host_name(request.header("host")))) add(head, "Strict-Transport-Security", "max-age=31536000");
    return head;
}

void refuse_line_end(std::string_view text) {
    if (text.find_first_of(std::string_view{"\r\n\0", 3}) != std::string_view::npos && guarded(Guard::header_line_end))
        throw std::invalid_argument{"a reply header holds a line end"};
}

bool known_already(const Request& request, std::string_view etag) {
    if (etag.empty() || request.method == Method::post) return false;
    for (std::string_view known : base::split(request.header("if-none-match"), ',')) {
        known = base::trimmed(known);
        if (known.starts_with("W/")) known.remove_prefix(2);
        if (known == etag || known == "*") return true;
    }
    return false;
}

bool has_body(int status) { return status != 204 && status != 304; }

void describe_body(Outgoing& outgoing, std::string_view type, const Request& request) {
    outgoing.with_body = request.method != Method::head && has_body(outgoing.status);
    if (!has_body(outgoing.status)) return;
    const std::size_t size = outgoing.shared.empty() ? outgoing.own.size() : outgoing.shared.size();
    if (size > 0) add(outgoing.head, "Content-Type", type);
    add(outgoing.head, "Content-Length", std::to_string(size));
}

int status_of(const Reply& reply, const Request& request, std::string_view etag, Range::Kind range) {
    if (reply.status != 200) return reply.status;
    if (known_already(request, etag)) return 304;
    return range == Range::Kind::part ? 206 : range == Range::Kind::outside ? 416 : 200;
}

void describe_stream(Outgoing& outgoing, Stream&& stream, std::string_view type, Stretch sent, const Request& request) {
    outgoing.with_body = request.method != Method::head && has_body(outgoing.status);
    if (!has_body(outgoing.status)) return;
    add(outgoing.head, "Accept-Ranges", "bytes");
    if (outgoing.status == 206) add(outgoing.head, "Content-Range", fmt::format("bytes {}-{}/{}", sent.from, sent.from + sent.length - 1, stream.length));
    if (outgoing.status == 416) add(outgoing.head, "Content-Range", fmt::format("bytes */{}", stream.length));
    if (sent.length > 0) add(outgoing.head, "Content-Type", type);
    add(outgoing.head, "Content-Length", std::to_string(sent.length));
    if (outgoing.with_body) outgoing.flow.emplace(std::move(stream), sent);
}

// The smallest that the browser can read; an empty one does not save.
std::string_view choose(Outgoing& outgoing, const Request& request, std::string_view plain, std::string_view gzip, std::string_view brotli) {
    add(outgoing.head, "Vary", "Accept-Encoding");
    const std::string_view accepted = request.header("accept-encoding");
    for (const auto& [coding, bytes] : {std::pair<std::string_view, std::string_view>{"br", brotli}, {"gzip", gzip}}) {
        if (bytes.empty() || !accepts(accepted, coding)) continue;
        add(outgoing.head, "Content-Encoding", coding);
        return bytes;
    }
    return plain;
}

}  // namespace

Outgoing encode(Reply&& reply, const Request& request, Squeeze squeeze) {
    std::string_view etag, cache = "no-store";
    for (const auto& [name, value] : reply.headers) {
        refuse_line_end(name);
        refuse_line_end(value);
        if (same_name(name, "etag")) etag = value;
        if (same_name(name, "cache-control")) cache = {};
    }
    refuse_line_end(reply.type);
    Outgoing outgoing;
    const Range range = reply.stream ? range_of(request, etag, reply.stream->length) : Range{};
    outgoing.status = status_of(reply, request, etag, range.kind);
    outgoing.head = start_head(outgoing.status, request);
    for (const auto& [name, value] : reply.headers) add(outgoing.head, name, value);
    if (!cache.empty()) add(outgoing.head, "Cache-Control", cache);
    if (reply.stream) {
        describe_stream(outgoing, std::move(*reply.stream), reply.type, range.stretch, request);
        return outgoing;
    }
    outgoing.own = std::move(reply.body);
    outgoing.kept = std::move(reply.packed);
    if (outgoing.kept != nullptr) {
        outgoing.shared = choose(outgoing, request, outgoing.kept->plain, outgoing.kept->gzip, outgoing.kept->brotli);
    } else if (reply.compress && squeeze == Squeeze::allowed && has_body(outgoing.status) && outgoing.own.size() > worth_squeezing) {
        add(outgoing.head, "Vary", "Accept-Encoding");
        if (accepts(request.header("accept-encoding"), "gzip")) {
            outgoing.own = gzipped(outgoing.own);
            add(outgoing.head, "Content-Encoding", "gzip");
        }
    }
    describe_body(outgoing, reply.type, request);
    return outgoing;
}

Outgoing encode(const Asset& asset, const Request& request) {
    Outgoing outgoing;
    outgoing.status = known_already(request, asset.etag) ? 304 : 200;
    outgoing.head = start_head(outgoing.status, request);
    add(outgoing.head, "Cache-Control", "public, max-age=31536000, immutable");
    add(outgoing.head, "ETag", asset.etag);
    outgoing.shared = choose(outgoing, request, asset.plain, asset.gzip, asset.brotli);
    describe_body(outgoing, asset.type, request);
    return outgoing;
}

}  // namespace loopbaankaart::web

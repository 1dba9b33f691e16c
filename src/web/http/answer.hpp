// What a handler gives back. A handler is a plain synchronous function; it never waits for a disk or a password hash:
//   Reply  bytes, ready to send
//   Write  changes for the school's writer; the reply it makes leaves after the sync
//   Slow   expensive work (argon2id) for its own bounded queue; when the queue is full the visitor is asked to try again
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <storage/storage.hpp>

#include "../html/url.hpp"

namespace loopbaankaart::web {

struct Packed;  // web/server/compression.hpp

// A body of any length, read while it is sent: no more than a piece of it is ever in memory, and a slow reader keeps no worker.
// With an ETag among the headers a browser can go on where it was cut off (Range, If-Range).
struct Stream {
    std::uint64_t length = 0;  // bytes
    // On a worker: from one byte to `most` of them, from that one on. Nothing: there is nothing to read any more (taken back,
    // erased), and the connection is cut. May look at the visit it was made for.
    std::function<std::optional<base::Bytes>(std::uint64_t from, std::size_t most)> read;
    std::function<bool()> allowed = {};  // asked now and then while it is sent; access::gate fills it with the policy
};

struct Reply {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  // extra; a line end in one is refused (Guard::header_line_end)
    std::shared_ptr<const Packed> packed;                       // the body, when it was compressed before
    bool compress = true;                                       // false for what is compressed already, or mixes secrets with what a visitor typed
    std::optional<Stream> stream = {};                          // the body, when it is read while it is sent

    Reply header(std::string name, std::string value) &&;
    Reply cookie(std::string set_cookie) &&;                  // one Set-Cookie line
};

// 303 See Other: after a form, go and look.
Reply go(const Url& url);

struct Write {
    std::function<Reply(storage::Writes&)> work;  // on a writer thread; when it throws, nothing is changed and a 500/503 page is sent
};

struct Slow;
using Answer = std::variant<Reply, Write, Slow>;

struct Slow {
    std::function<Answer()> work;
};

}  // namespace loopbaankaart::web

// The server: connections in, replies out. Parsing with Beast's parser behind our own strict checks; one io_context per
// thread; handlers on a pool of workers; see docs/architecture in the README and ADR 3.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "../http/request.hpp"
#include "../http/route.hpp"

namespace loopbaankaart::web {

struct Limits {
    std::chrono::milliseconds idle{600'000};       // between requests
    std::chrono::milliseconds header{10'000};      // from the first byte of a request to the end of its header
    std::chrono::milliseconds body_grace{10'000};  // then at least `body_rate` on average
    std::uint64_t body_rate = 1024;                // bytes per second
    std::uint64_t upload_rate = 8 * 1024;          // the same, of a body larger than a form
    std::size_t header_bytes = 16 * 1024;
    std::size_t header_count = 100;
    std::size_t form_bytes = 64 * 1024;            // what is typed in a form, with or without files beside it
    std::size_t carried_bytes = 8 * 1024;          // on top of that for a form that carries on another one (Body::carried_form)
    std::size_t request_bytes = 60 * 1024 * 1024;  // a form with files
    std::size_t file_bytes = 12 * 1024 * 1024;     // one file
    std::size_t archive_bytes = 60 * 1024 * 1024;  // the one file of a Body::archive
    std::size_t piece_bytes = 8 * 1024 * 1024;     // that of a Body::piece
    std::size_t upload_parts = 60;                 // fields and files of one form with files
    std::uint64_t upload_budget = 512 * 1024 * 1024;  // memory for all that are under way together
    std::size_t upload_queue = 60;                  // forms with files waiting to be worked on: some twenty seconds
    std::size_t stream_piece = 256 * 1024;          // of a Stream, in memory at a time
    std::uint64_t stream_bytes = 64 * 1024 * 1024;  // after so many of a Stream, or so long, its reader's policy is asked again
    std::chrono::milliseconds stream_time{60'000};
    std::size_t slow_queue = 1'000;                 // password hashes waiting: a school signs in within a minute
};

// The largest form without files, in bytes as it is sent.
std::size_t largest_form(const Limits& limits, Body body);

struct ServerOptions {
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8080;           // 0: any free one, see Server::port()
    std::uint16_t metrics_port = 0;      // 0: no metrics
    std::vector<std::string> trusted_proxies;   // addresses whose X-Forwarded-For and -Proto count
    unsigned connection_threads = 1;
    unsigned workers = 0;                // 0: one per core
    unsigned slow_workers = 1;
    unsigned upload_workers = 2;         // apart from the slow ones: signing in does not wait for photos
    Limits limits;
    std::string access_log;              // file, "-" for standard output, empty for none
};

// Which school a Host belongs to; null: none (an own page says so).
using FindSite = std::function<const Site*(std::string_view host)>;

class Server {
public:
    virtual ~Server() = default;
    // Listens and serves until stop(). Throws std::runtime_error when the port is taken.
    static std::unique_ptr<Server> start(ServerOptions options, const Router& router, FindSite find_site);
    virtual std::uint16_t port() const = 0;
    virtual std::uint16_t metrics_port() const = 0;
    // Graceful: no new connections, open requests finish (at most `patience`), writes are synced, then returns.
    virtual void stop(std::chrono::milliseconds patience = std::chrono::seconds{20}) = 0;
};

}  // namespace loopbaankaart::web

// One line a reply: moment, request id, method, route (never the address asked for), status, bytes, milliseconds.
// No network addresses, no names, no queries. Written by a thread of its own; when the disk cannot follow, lines are lost, not time.
#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

struct AccessLine {
    std::string_view request_id;
    std::string_view method;
    std::string_view route;  // "/kaart/{place}", or "-" when there was none
    int status;
    std::size_t bytes;       // of the body
    std::chrono::microseconds took;
};

class AccessLog {
public:
    virtual ~AccessLog() = default;
    virtual void write(const AccessLine& line) = 0;

    // `where`: a file, "-" for standard output, empty for none.
    static std::unique_ptr<AccessLog> open(const std::string& where);
};

// A request that broke something, in the program's own log: the kind of failure, never what a visitor typed.
void log_failure(std::string_view request_id, std::string_view route, std::exception_ptr failure);

}  // namespace loopbaankaart::web

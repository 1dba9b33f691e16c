// Brings a request to its handler and the handler's answer to the connection. Knows no sockets.
#pragma once

#include <memory>

#include "attendance.hpp"
#include "exchange.hpp"
#include "metrics.hpp"
#include "server.hpp"
#include "workers.hpp"

namespace loopbaankaart::web {

class Dispatcher {
public:
    Dispatcher(const ServerOptions& options, const Router& router, FindSite find_site, Metrics& metrics);
    ~Dispatcher();  // waits for the schools' writers to be done with us

    // All return at once; `exchange->answered` is called later, exactly once.
    // How much of its body is read (Route::admits).
    void admit(std::shared_ptr<Exchange> exchange);
    void handle(std::shared_ptr<Exchange> exchange);
    // The next piece of what flows; an empty one when the connection is to be cut.
    void pull(std::shared_ptr<Exchange> exchange);

private:
    using Shared = std::shared_ptr<Exchange>;

    void answer(const Shared& exchange);
    bool answer_without_school(const Shared& exchange);
    void settle(const Shared& exchange, Answer&& answer);
    void write(const Shared& exchange, Write&& write);
    void slowly(const Shared& exchange, Slow&& slow);
    void finish(const Shared& exchange, Reply&& reply, Squeeze squeeze = Squeeze::allowed);
    void fail(const Shared& exchange, std::exception_ptr failure);
    Reply refusal(Exchange& exchange, int status);

    const Limits& limits_;
    const Router& router_;
    FindSite find_site_;
    Metrics& metrics_;
    Attendance writes_;
    Workers slow_;
    Workers uploads_;
    Workers pages_;  // ends first: it hands work to the queues above
};

}  // namespace loopbaankaart::web

// One connection: waits for a request, reads it within its deadlines, has it answered, sends the reply, and again.
// While it waits it holds no buffer: ten thousand quiet browsers cost a few kilobytes each.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "admission.hpp"
#include "dispatcher.hpp"
#include "head_scan.hpp"
#include "loop.hpp"

namespace loopbaankaart::web {

class AccessLog;

// What all connections share.
struct Hall {
    const ServerOptions& options;
    Admission& admission;
    Dispatcher& dispatcher;
    Metrics& metrics;
    AccessLog& access_log;
    base::Randomness& randomness;
};

class Connection {
public:
    Connection(Loop& loop, Hall& hall, Socket socket, Door door);
    ~Connection();
    Connection(const Connection&) = delete;

    Task<void> serve();  // until either side has had enough

    std::chrono::steady_clock::time_point deadline() const { return deadline_; }
    bool idle() const { return idle_; }
    void cut_off();  // whatever it waits for on the socket fails now

private:
    using Milliseconds = std::chrono::milliseconds;
    enum class After { keep_open, close };

    Task<bool> arrival();                        // the first byte of a request; false: nothing came
    Task<After> exchange_once();
    Task<std::optional<HeadScan::State>> head(HeadScan& scan);  // nothing: the client is gone
    Task<bool> body(std::shared_ptr<Exchange> exchange);  // as much of it as is read; false: the client is gone
    using Question = void (Dispatcher::*)(std::shared_ptr<Exchange>);
    Task<void> asked(Question question, std::shared_ptr<Exchange> exchange);
    Task<bool> send(std::span<const std::string_view> parts);
    Task<bool> reply(std::shared_ptr<Exchange> exchange, After after);
    Task<bool> stream(std::shared_ptr<Exchange> exchange);  // the next piece is read when the last is sent
    Task<void> linger(std::uint64_t left);       // lets a client that still sends that much of a body read our refusal
    Task<bool> receive();                        // more bytes in `input_`
    Task<bool> ready(asio::socket_base::wait_type what);
    void may_take(Milliseconds time) { deadline_ = std::chrono::steady_clock::now() + time; }
    std::string peer() const;
    std::shared_ptr<Exchange> begin(std::string_view head, HeadScan::State state);
    void pour(Exchange& exchange);               // what has come of the body goes where it belongs
    void use(std::size_t bytes);                 // they are dealt with

    Loop& loop_;
    Hall& hall_;
    Socket socket_;
    std::list<Connection*>::iterator place_;
    std::string input_;  // bytes that came and are not used yet; no memory while idle
    std::chrono::steady_clock::time_point deadline_;
    Door door_;
    bool idle_ = true;
    bool cut_off_ = false;
};

}  // namespace loopbaankaart::web

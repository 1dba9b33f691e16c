// One thread of connections: its io_context, the connections on it, and their deadlines.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <chrono>
#include <list>

#include "server.hpp"

namespace loopbaankaart::web {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <typename Value>
using Task = asio::awaitable<Value, Executor>;
inline constexpr asio::use_awaitable_t<Executor> use_task;

class Connection;

class Loop {
public:
    explicit Loop(const Limits& limits);

    std::list<Connection*> connections;           // only touched on this loop's thread, as everything here
    asio::io_context context{1};
    std::array<char, 64 * 1024> scratch;          // what one read brings, before it belongs to a connection
    bool draining = false;                        // the server is stopping: every connection's current reply is its last

    void start_sweeping();
    void drain();                                 // closes who is idle
    void cut_off_all();

private:
    void sweep();                                 // closes who is past a deadline

    Timer timer_{context};
    std::chrono::milliseconds pace_;              // between two sweeps: how late a deadline may be noticed
};

}  // namespace loopbaankaart::web

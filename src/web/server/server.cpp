#include "server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <optional>
#include <stdexcept>
#include <thread>

#include "access_log.hpp"
#include "attendance.hpp"
#include "connection.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
constexpr int backlog = 4096;                              // the kernel lowers it to net.core.somaxconn
constexpr std::chrono::milliseconds out_of_breath{100};    // before accepting again when there are no file descriptors left

Acceptor open_door(Loop& loop, const std::string& address, std::uint16_t port) {
    Acceptor acceptor{loop.context};
    try {
        const asio::ip::tcp::endpoint end{asio::ip::make_address(address), port};
        acceptor.open(end.protocol());
        acceptor.set_option(asio::socket_base::reuse_address{true});
        acceptor.bind(end);
        acceptor.listen(backlog);
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error{fmt::format("cannot listen on {} port {}: {}", address, port, error.code().message())};
    }
    return acceptor;
}

class AsioServer final : public Server {
public:
    AsioServer(ServerOptions options, const Router& router, FindSite find_site);
    ~AsioServer() override { stop(std::chrono::milliseconds{0}); }

    std::uint16_t port() const override { return port_; }
    std::uint16_t metrics_port() const override { return metrics_port_; }
    void stop(std::chrono::milliseconds patience) override;

private:
    Task<void> accept(Acceptor& acceptor, Door door);
    void welcome(Loop& loop, Socket socket, Door door);
    void open_doors();
    void run_loops();
    void close_doors();
    void on_every_loop(void (Loop::*action)());

    ServerOptions options_;
    Metrics metrics_;
    base::SystemRandomness randomness_;
    std::unique_ptr<AccessLog> access_log_;
    Attendance attendance_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::vector<asio::executor_work_guard<Executor>> open_;
    std::optional<Acceptor> pages_door_, metrics_door_;
    Admission admission_;
    Dispatcher dispatcher_;  // its workers end before the loops they answer to
    Hall hall_;
    std::uint16_t port_ = 0, metrics_port_ = 0;
    std::size_t next_loop_ = 0;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

AsioServer::AsioServer(ServerOptions options, const Router& router, FindSite find_site)
    : options_{std::move(options)},
      access_log_{AccessLog::open(options_.access_log)},
      admission_{options_.limits, router, find_site, metrics_},
      dispatcher_{options_, router, std::move(find_site), metrics_},
      hall_{options_, admission_, dispatcher_, metrics_, *access_log_, randomness_} {
    for (unsigned count = 0; count < std::max(1U, options_.connection_threads); ++count) {
        loops_.push_back(std::make_unique<Loop>(options_.limits));
        open_.emplace_back(loops_.back()->context.get_executor());
    }
    open_doors();
    run_loops();
}

void AsioServer::open_doors() {
    Loop& first = *loops_.front();
    pages_door_.emplace(open_door(first, options_.listen, options_.port));
    port_ = pages_door_->local_endpoint().port();
    asio::co_spawn(first.context, accept(*pages_door_, Door::pages), asio::detached);
    if (options_.metrics_port == 0) return;
    metrics_door_.emplace(open_door(first, options_.listen, options_.metrics_port));
    metrics_port_ = metrics_door_->local_endpoint().port();
    asio::co_spawn(first.context, accept(*metrics_door_, Door::metrics), asio::detached);
}

void AsioServer::run_loops() {
    for (const auto& loop : loops_) {
        loop->start_sweeping();
        threads_.emplace_back([&context = loop->context] { context.run(); });
    }
}

Task<void> AsioServer::accept(Acceptor& acceptor, Door door) {
    while (acceptor.is_open()) {
        Loop& loop = *loops_[next_loop_++ % loops_.size()];
        auto [error, socket] = co_await acceptor.async_accept(loop.context, asio::as_tuple(use_task));
        if (!error) {
            welcome(loop, std::move(socket), door);
        } else if (error == asio::error::no_descriptors || error == boost::system::errc::too_many_files_open_in_system) {
            spdlog::warn("no file descriptors left: new connections wait");
            Timer pause{loops_.front()->context, out_of_breath};
            co_await pause.async_wait(asio::as_tuple(use_task));
        }
    }
}

void AsioServer::welcome(Loop& loop, Socket socket, Door door) {
    attendance_.enter();
    auto enter = [this, &loop, door, socket = std::move(socket)]() mutable {
        auto connection = std::make_unique<Connection>(loop, hall_, std::move(socket), door);
        Task<void> serving = connection->serve();
        auto leave = [this, connection = std::move(connection)](std::exception_ptr) mutable {
            connection.reset();
            attendance_.leave();
        };
        asio::co_spawn(loop.context, std::move(serving), std::move(leave));
    };
    asio::dispatch(loop.context, std::move(enter));
}

void AsioServer::close_doors() {
    asio::post(loops_.front()->context, [this] {
        error_code ignored;
        pages_door_->close(ignored);
        if (metrics_door_) metrics_door_->close(ignored);
    });
}

void AsioServer::on_every_loop(void (Loop::*action)()) {
    for (const auto& loop : loops_) asio::post(loop->context, [&loop = *loop, action] { (loop.*action)(); });
}

// `patience` is for clients that send or read slowly. Handlers and writes that have begun always end.
void AsioServer::stop(std::chrono::milliseconds patience) {
    if (std::exchange(stopped_, true)) return;
    close_doors();
    on_every_loop(&Loop::drain);
    if (guarded(Guard::graceful_stop)) attendance_.wait_until_empty(patience);
    on_every_loop(&Loop::cut_off_all);
    attendance_.wait_until_empty();
    for (const auto& loop : loops_) loop->context.stop();
    for (std::thread& thread : threads_) thread.join();
}

}  // namespace

std::unique_ptr<Server> Server::start(ServerOptions options, const Router& router, FindSite find_site) {
    return std::make_unique<AsioServer>(std::move(options), router, std::move(find_site));
}

}  // namespace loopbaankaart::web

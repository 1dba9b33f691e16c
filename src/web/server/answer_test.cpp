// The three answers of a handler, what happens when one breaks, and the end of the server.
#include <gtest/gtest.h>

#include <future>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

constexpr std::string_view get_request = "GET / HTTP/1.1\r\nHost: noord\r\n\r\n";

Answer kept(const Request&) {
    return Write{[](storage::Writes&) { return Reply{.status = 303}; }};
}

TEST(WriteAnswer, the_reply_leaves_only_after_the_sync) {
    const TrialServer trial{{post_route("/", kept)}};
    Wire wire = trial.connect();
    wire.send(post_of("woorden=ja"));
    const auto synced = trial.school->run_next();
    Wire other = trial.connect();
    EXPECT_EQ(other.ask("GET /healthz HTTP/1.1\r\nHost: noord\r\n\r\n").status, 200);  // a whole turn of the server later
    EXPECT_TRUE(wire.silent());
    synced({});
    EXPECT_EQ(wire.reply().status, 303);
}

TEST(WriteAnswer, many_wait_for_one_sync_without_a_thread_each) {
    const TrialServer trial{{post_route("/", kept)}};
    std::vector<Wire> wires;
    std::vector<std::function<void(storage::Failure)>> synced;
    for (int count = 0; count < 50; ++count) {
        wires.push_back(trial.connect());
        wires.back().send(post_of("woorden=ja"));
        synced.push_back(trial.school->run_next());
    }
    for (const auto& each : synced) each({});
    for (Wire& wire : wires) EXPECT_EQ(wire.reply().status, 303);
}

TEST(WriteAnswer, a_write_that_failed_is_no_success) {
    const TrialServer trial{{post_route("/", kept)}};
    Wire wire = trial.connect();
    wire.send(post_of("woorden=ja"));
    trial.school->run_next()(std::make_exception_ptr(storage::Broken{"disk full"}));
    EXPECT_EQ(wire.reply().status, 503);
    wire.send(post_of("woorden=ja"));
    trial.school->run_next()(std::make_exception_ptr(std::logic_error{"a mistake"}));
    EXPECT_EQ(wire.reply().status, 500);
}

TEST(WriteAnswer, a_writer_that_takes_no_work_is_no_success) {
    const TrialServer trial{{post_route("/", kept)}};
    trial.school->takes_work = false;
    EXPECT_EQ(trial.ask(post_of("woorden=ja")).status, 503);
}

TEST(Handler, that_throws_is_a_page_with_the_request_id_and_without_its_words) {
    const TrialServer trial{{get_route("/", [](const Request&) -> Answer { throw std::runtime_error{"Amina's secret"}; }),
                             get_route("/vol", [](const Request&) -> Answer { throw storage::Broken{"disk full"}; })}};
    Wire wire = trial.connect();
    const WireReply broken = wire.ask(get_request);
    EXPECT_EQ(broken.status, 500);
    EXPECT_NE(broken.body.find(broken.header("x-request-id")), std::string::npos);
    EXPECT_EQ(broken.body.find("secret"), std::string::npos);
    const WireReply full = wire.ask("GET /vol HTTP/1.1\r\nHost: noord\r\n\r\n");
    EXPECT_EQ(full.status, 503);
    EXPECT_EQ(full.body.find("disk"), std::string::npos);
}

TEST(SlowAnswer, is_worked_out_and_may_end_in_a_write) {
    const TrialServer trial{{get_route("/", [](const Request& request) -> Answer { return Slow{[&request] { return kept(request); }}; })}};
    Wire wire = trial.connect();
    wire.send(get_request);
    trial.school->run_next()({});
    EXPECT_EQ(wire.reply().status, 303);
}

TEST(SlowAnswer, a_full_queue_asks_to_come_back_while_other_pages_go_on) {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::counting_semaphore<> asked{0}, begun{0};
    const auto hash = [&]() -> Answer {
        begun.release();
        gate.wait();
        return Reply{.body = "klaar"};
    };
    const auto sign_in = [&](const Request&) -> Answer {
        asked.release();
        return Slow{hash};
    };
    ServerOptions options;
    options.workers = 1;  // so whoever asks finds those before him in the queue
    options.limits.slow_queue = 2;
    const TrialServer trial{{get_route("/", sign_in), get_route("/kaart", [](const Request&) { return Reply{.body = "kaart"}; })}, options};
    std::vector<Wire> wires;
    for (int count = 0; count < 4; ++count) {
        wires.push_back(trial.connect());
        wires.back().send(get_request);
        asked.acquire();
        if (count == 0) begun.acquire();  // this one is being worked out, the next two wait
    }
    const WireReply refused = wires.back().reply();
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(refused.header("retry-after"), "");
    EXPECT_EQ(wires.back().ask("GET /kaart HTTP/1.1\r\nHost: noord\r\n\r\n").body, "kaart");
    opened.set_value();
    for (int count = 0; count < 3; ++count) EXPECT_EQ(wires[static_cast<std::size_t>(count)].reply().body, "klaar");
}

TEST(Stop, open_requests_finish_and_new_ones_are_not_taken) {
    std::promise<void> begun, opened;
    TrialServer trial{{get_route("/", [&](const Request&) {
        begun.set_value();
        opened.get_future().wait();
        return Reply{.body = "klaar"};
    })}};
    const std::uint16_t port = trial.server->port();
    Wire busy = trial.connect();
    Wire idle = trial.connect();
    busy.send(get_request);
    begun.get_future().wait();
    const auto stopping = std::async(std::launch::async, [&] { trial.server->stop(); });
    EXPECT_TRUE(idle.closes());
    while (Wire{port}.connected()) continue;  // until the door is closed
    EXPECT_EQ(stopping.wait_for(std::chrono::milliseconds{400}), std::future_status::timeout) << "it stopped with a request open";
    opened.set_value();
    const WireReply reply = busy.reply();
    stopping.wait();
    EXPECT_EQ(reply.body, "klaar");
    EXPECT_EQ(reply.header("connection"), "close");
}

TEST(Stop, a_write_under_way_is_synced_and_answered) {
    TrialServer trial{{post_route("/", kept)}};
    Wire wire = trial.connect();
    wire.send(post_of("woorden=ja"));
    const auto synced = trial.school->run_next();
    Wire idle = trial.connect();
    std::thread stopping{[&] { trial.server->stop(); }};
    EXPECT_TRUE(idle.closes());
    synced({});
    EXPECT_EQ(wire.reply().status, 303);
    stopping.join();
}

TEST(Stop, does_not_wait_longer_than_its_patience_for_a_slow_client) {
    TrialServer trial{echo_routes()};
    Wire slow = trial.connect();
    slow.send("GET / HTTP/1.1\r\nHost: no");
    Wire other = trial.connect();
    EXPECT_EQ(other.ask(get_request).status, 200);
    trial.server->stop(std::chrono::milliseconds{10});
    EXPECT_TRUE(slow.closes());
}

TEST(Start, a_port_in_use_is_said) {
    const TrialServer trial{echo_routes()};
    ServerOptions options;
    options.port = trial.server->port();
    EXPECT_THROW(Server::start(options, trial.router, [](std::string_view) { return nullptr; }), std::runtime_error);
}

}  // namespace
}  // namespace loopbaankaart::web

// A body that is read while it is sent, on a real socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

using testing::HasSubstr;

std::string journey_request(std::string_view lines = {}, std::string_view method = "GET") {
    return std::string{method} + " /reis.zip HTTP/1.1\r\nHost: noord\r\n" + std::string{lines} + "\r\n";
}

char byte_at(std::uint64_t place) { return static_cast<char>(place * 2'654'435'761U >> 24U); }
std::string bytes(std::uint64_t from, std::uint64_t length) {
    std::string text;
    for (std::uint64_t at = from; at < from + length; ++at) text += byte_at(at);
    return text;
}

// A journey of so many bytes that gives what it is asked for.
Stream journey(std::uint64_t length) {
    return {.length = length, .read = [](std::uint64_t from, std::size_t most) {
        const std::string text = bytes(from, most);
        return std::optional{base::Bytes{text.begin(), text.end()}};
    }};
}

std::vector<Route> routes_of(const Stream& stream) {
    std::vector<Route> routes = echo_routes();
    routes.push_back(get_route("/reis.zip", [stream](const Request&) {
        return Reply{.type = "application/zip", .stream = stream}.header("ETag", "\"7\"");
    }));
    return routes;
}

TEST(Stream, arrives_byte_for_byte_and_leaves_the_line_open) {
    const TrialServer trial{routes_of(journey(3 * megabyte + 1))};
    Wire wire = trial.connect();
    for (int time = 0; time < 2; ++time) {
        const WireReply reply = wire.ask(journey_request("Accept-Encoding: gzip, br\r\n"));
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.header("content-type"), "application/zip");
        EXPECT_EQ(reply.header("accept-ranges"), "bytes");
        EXPECT_EQ(reply.header("content-encoding"), "");
        EXPECT_TRUE(reply.body == bytes(0, 3 * megabyte + 1));
    }
    EXPECT_EQ(wire.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").body, "hier");
}

TEST(Stream, goes_on_where_it_was_cut_off) {
    const TrialServer trial{routes_of(journey(2 * megabyte))};
    Wire wire = trial.connect();
    const WireReply rest = wire.ask(journey_request("Range: bytes=1000000-\r\nIf-Range: \"7\"\r\n"));
    EXPECT_EQ(rest.status, 206);
    EXPECT_EQ(rest.header("content-range"), "bytes 1000000-2097151/2097152");
    EXPECT_TRUE(rest.body == bytes(1'000'000, 2 * megabyte - 1'000'000));
    const WireReply changed = wire.ask(journey_request("Range: bytes=1000000-\r\nIf-Range: \"6\"\r\n"));
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(changed.header("content-range"), "");
    EXPECT_TRUE(changed.body == bytes(0, 2 * megabyte));
    const WireReply outside = wire.ask(journey_request("Range: bytes=2097152-\r\n"));
    EXPECT_EQ(outside.status, 416);
    EXPECT_EQ(outside.header("content-range"), "bytes */2097152");
    EXPECT_EQ(outside.body, "");
}

TEST(Stream, is_not_read_for_who_only_asks_about_it) {
    std::atomic<int> read = 0;
    Stream stream = journey(megabyte);
    stream.read = [&read](std::uint64_t, std::size_t) { ++read; return std::optional<base::Bytes>{}; };
    const TrialServer trial{routes_of(stream)};
    Wire wire = trial.connect();
    wire.send(journey_request({}, "HEAD"));
    EXPECT_EQ(wire.reply(Wire::Body::absent).header("content-length"), std::to_string(megabyte));
    EXPECT_EQ(wire.ask(journey_request("If-None-Match: \"7\"\r\n")).status, 304);
    EXPECT_EQ(read, 0);
}

TEST(Stream, of_nothing_is_an_empty_body) {
    const TrialServer trial{routes_of(journey(0))};
    Wire wire = trial.connect();
    const WireReply reply = wire.ask(journey_request());
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("content-length"), "0");
    EXPECT_EQ(wire.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").body, "hier");
}

TEST(Stream, is_cut_off_when_there_is_nothing_to_read_any_more) {
    Stream taken_back = journey(2 * megabyte), broken = taken_back;
    taken_back.read = [whole = taken_back.read](std::uint64_t from, std::size_t most) { return from < megabyte ? whole(from, most) : std::nullopt; };
    broken.read = [whole = broken.read](std::uint64_t from, std::size_t most) { return from < megabyte ? whole(from, most) : throw std::runtime_error{"no disk"}; };
    for (const Stream& stream : {taken_back, broken}) {
        const TrialServer trial{routes_of(stream)};
        Wire wire = trial.connect();
        wire.send(journey_request());
        EXPECT_THROW(wire.reply(), std::runtime_error);
        EXPECT_EQ(trial.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").body, "hier");
    }
}

TEST(Stream, is_cut_off_when_its_reader_may_not_read_on) {
    std::atomic<int> asked = 0;
    Stream stream = journey(8 * megabyte);
    stream.allowed = [&asked] { return ++asked < 3; };
    const TrialServer trial{routes_of(stream), Limits{.stream_bytes = megabyte}};
    Wire wire = trial.connect();
    wire.send(journey_request());
    EXPECT_THROW(wire.reply(), std::runtime_error);
    EXPECT_EQ(asked, 3);
}

TEST(Stream, is_read_as_it_is_taken_and_keeps_no_worker) {
    std::atomic<std::uint64_t> farthest = 0;
    Stream stream = journey(std::uint64_t{4} << 30U);
    stream.read = [&](std::uint64_t from, std::size_t most) {
        farthest = std::max(farthest.load(), from + most);
        return std::optional{base::Bytes(most)};
    };
    const TrialServer trial{routes_of(stream)};
    std::vector<Wire> slow;
    for (int reader = 0; reader < 8; ++reader) {  // more than there are workers
        slow.push_back(trial.connect());
        slow.back().send(journey_request());
        ASSERT_TRUE(slow.back().speaks_within(std::chrono::seconds{10}));
    }
    for (int time = 0; time < 200; ++time) EXPECT_EQ(trial.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").body, "hier");
    EXPECT_LT(farthest, 64 * megabyte) << "what the system holds between two sockets, and no more";
}

TEST(Stream, of_who_does_not_read_it_is_cut_off) {
    ServerOptions options;
    options.metrics_port = free_port();
    options.limits.body_grace = std::chrono::milliseconds{50};
    options.limits.body_rate = std::numeric_limits<std::uint64_t>::max();
    const TrialServer trial{routes_of(journey(64 * megabyte)), options};
    Wire wire = trial.connect();
    wire.send(journey_request());
    Wire figures{trial.server->metrics_port()};
    const auto cut_off = [&] { return figures.ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").body.find("cut_off_total 1\n") != std::string::npos; };
    while (wire.connected() && !cut_off()) continue;
    EXPECT_THROW(wire.reply(), std::runtime_error);
}

}  // namespace
}  // namespace loopbaankaart::web

// What the server does not read, on a real socket: a refusal, and the connection is closed.
#include <gtest/gtest.h>

#include <ostream>

#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

struct Refusal {
    const char* name;
    std::string request;
    int status;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }
std::string name_of(const testing::TestParamInfo<Refusal>& info) { return info.param.name; }

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, is_told_so_and_closed) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    const WireReply reply = wire.ask(GetParam().request);
    ASSERT_EQ(reply.status, GetParam().status);
    ASSERT_EQ(reply.header("connection"), "close");
    EXPECT_NE(reply.header("content-security-policy"), "");
    EXPECT_TRUE(wire.closes());
}

std::string with(std::string_view line) { return "GET / HTTP/1.1\r\nHost: noord\r\n" + std::string{line} + "\r\n\r\n"; }
std::string sending(std::string_view lines) {
    return "POST / HTTP/1.1\r\nHost: noord\r\nContent-Type: application/x-www-form-urlencoded\r\n" + std::string{lines} + "\r\n\r\nwoorden=1";
}
std::string many_headers(std::size_t count) {
    std::string request = "GET / HTTP/1.1\r\nHost: noord\r\n";
    for (std::size_t at = 0; at < count; ++at) request += "a:b\r\n";
    return request + "\r\n";
}
const std::string nul(1, '\0');

INSTANTIATE_TEST_SUITE_P(Lengths, Refused, testing::Values(
    Refusal{"same_length_twice", sending("Content-Length: 9\r\nContent-Length: 9"), 400},
    Refusal{"two_lengths_in_one_line", sending("Content-Length: 9, 9"), 400},
    Refusal{"conflicting_lengths", sending("Content-Length: 9\r\nContent-Length: 10"), 400},
    Refusal{"length_that_is_no_number", sending("Content-Length: +9"), 400},
    Refusal{"empty_length", sending("Content-Length:"), 400}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Codings, Refused, testing::Values(
    Refusal{"length_beside_unknown_coding", sending("Transfer-Encoding: gzip\r\nContent-Length: 9"), 400},
    Refusal{"length_beside_chunks", sending("Content-Length: 9\r\nTransfer-Encoding: chunked"), 400},
    Refusal{"chunks", sending("Transfer-Encoding: chunked"), 411},
    Refusal{"unknown_coding", sending("Transfer-Encoding: gzip"), 400},
    Refusal{"two_codings", sending("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 411}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Shapes, Refused, testing::Values(
    Refusal{"folded_line", with("X-Long: a\r\n b"), 400},
    Refusal{"space_before_colon", with("X-A : b"), 400},
    Refusal{"no_colon", with("X-A"), 400},
    Refusal{"bare_line_feed", with("X-A: b\nX-B: c"), 400},
    Refusal{"bare_line_feeds_only", "GET / HTTP/1.1\nHost: noord\n\n", 400},
    Refusal{"bare_carriage_return", with("X-A: b\rX-B: c"), 400},
    Refusal{"nul_in_value", with("X-A: b" + nul), 400},
    Refusal{"nul_in_request_line", "GET /" + nul + " HTTP/1.1\r\nHost: noord\r\n\r\n", 400},
    Refusal{"control_character", with("X-A: b\x01"), 400},
    Refusal{"not_utf8", with("X-A: \xFF"), 400},
    Refusal{"empty_first_line", "\r\nGET / HTTP/1.1\r\nHost: noord\r\n\r\n", 400},
    Refusal{"two_spaces", "GET  / HTTP/1.1\r\nHost: noord\r\n\r\n", 400},
    Refusal{"old_protocol", "GET / HTTP/0.9\r\nHost: noord\r\n\r\n", 400},
    Refusal{"new_protocol", "GET / HTTP/2.0\r\nHost: noord\r\n\r\n", 400},
    Refusal{"not_http", "\x16\x03\x01\x02\r\n\r\n", 400}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Hosts, Refused, testing::Values(
    Refusal{"no_host", "GET / HTTP/1.1\r\nX-A: b\r\n\r\n", 400},
    Refusal{"two_hosts", with("Host: zuid"), 400},
    Refusal{"same_host_twice", with("Host: noord"), 400},
    Refusal{"empty_host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
    Refusal{"host_with_path", "GET / HTTP/1.1\r\nHost: noord/kaart\r\n\r\n", 400}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Sizes, Refused, testing::Values(
    Refusal{"two_thousand_headers", many_headers(2000), 431},
    Refusal{"one_header_too_many", many_headers(100), 431},
    Refusal{"head_without_end", "GET / HTTP/1.1\r\nHost: noord\r\nX-A: " + std::string(17 * 1024, 'a'), 431},
    Refusal{"head_too_large", with("X-A: " + std::string(17 * 1024, 'a')), 431},
    Refusal{"form_too_large", post_of("woorden=" + std::string(64 * 1024, 'a')), 413},
    Refusal{"form_said_to_be_large", post_of("").replace(post_of("").find("Length: 0") + 8, 1, "999999999999"), 413}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Expectations, Refused, testing::Values(
    Refusal{"unknown_expectation", post_of("woorden=1", "Expect: tea\r\n"), 417}),
    name_of);

TEST(Accepted, as_many_headers_as_are_allowed) {
    const TrialServer trial{echo_routes()};
    EXPECT_EQ(trial.ask(many_headers(99)).status, 200);
}

TEST(Accepted, a_form_of_just_the_size_that_is_allowed) {
    const TrialServer trial{echo_routes()};
    const std::string words(64 * 1024 - 8, 'a');
    EXPECT_EQ(trial.ask(post_of("woorden=" + words)).body, words);
}

TEST(Refusal, a_browser_that_still_sends_a_form_too_large_reads_the_refusal) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    const std::string form = post_of("woorden=" + std::string(8 * 1024 * 1024, 'a'));
    EXPECT_TRUE(wire.send(form));
    EXPECT_EQ(wire.reply().status, 413);
}

}  // namespace
}  // namespace loopbaankaart::web

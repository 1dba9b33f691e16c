// The port for figures, and the log, which know nothing of persons.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "metrics.hpp"
#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Metrics, count_replies_by_class_and_time) {
    Metrics metrics;
    metrics.count_reply(200, std::chrono::microseconds{900});
    metrics.count_reply(303, std::chrono::microseconds{1000});
    metrics.count_reply(503, std::chrono::seconds{60});
    const std::string text = metrics.text({.pages = 3, .slow = 4, .uploads = 5});
    EXPECT_THAT(text, HasSubstr("loopbaankaart_replies_total{class=\"2xx\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_replies_total{class=\"5xx\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_reply_seconds_bucket{le=\"0.001\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_reply_seconds_bucket{le=\"5\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_reply_seconds_bucket{le=\"+Inf\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_page_queue 3\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_slow_queue 4\n"));
    EXPECT_THAT(text, HasSubstr("loopbaankaart_upload_queue 5\n"));
}

TEST(Metrics, stand_on_a_port_of_their_own) {
    ServerOptions options;
    options.metrics_port = free_port();
    const TrialServer trial{echo_routes(), options};
    EXPECT_EQ(trial.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").status, 200);
    Wire figures{trial.server->metrics_port()};
    EXPECT_EQ(figures.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    EXPECT_THAT(figures.ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").body, HasSubstr("loopbaankaart_replies_total{class=\"2xx\"}"));
    EXPECT_EQ(figures.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").status, 404);
    EXPECT_EQ(trial.ask("GET /metrics HTTP/1.1\r\nHost: noord\r\n\r\n").status, 404);
}

TEST(AccessLog, has_the_route_but_not_the_address_nor_who_asked) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / ("loopbaankaart-log-" + std::to_string(::getpid()));
    WireReply reply;
    {
        ServerOptions options;
        options.access_log = file;
        const TrialServer trial{{get_route("/kaart/{place}", [](const Request&) { return Reply{.body = "hier"}; })}, options};
        reply = trial.ask("GET /kaart/wensboom?zoek=amina HTTP/1.1\r\nHost: noord\r\nCookie: naam=amina\r\n\r\n");
        trial.ask("GET /geheim HTTP/1.1\r\nHost: noord\r\n\r\n");
    }
    std::stringstream log;
    log << std::ifstream{file}.rdbuf();
    std::filesystem::remove(file);
    EXPECT_THAT(log.str(), HasSubstr(reply.header("x-request-id") + " GET /kaart/{place} 200 4 "));
    EXPECT_THAT(log.str(), HasSubstr(" GET - 404 "));
    for (const char* personal : {"wensboom", "amina", "geheim", "127.0.0.1"}) EXPECT_THAT(log.str(), Not(HasSubstr(personal)));
}

}  // namespace
}  // namespace loopbaankaart::web

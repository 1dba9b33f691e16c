// Who is too slow is cut off; who is busy is not.
#include <gtest/gtest.h>

#include <limits>

#include "../http/trial_form.hpp"
#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

using std::chrono::milliseconds;

constexpr Limits patient{.idle = milliseconds{60'000}, .header = milliseconds{60'000}, .body_grace = milliseconds{60'000}};

// Sends a byte every few milliseconds until the other end closes; false when it still listens after ten seconds.
bool cut_off_while_dripping(Wire& wire) {
    for (int bytes = 0; bytes < 2000; ++bytes) {
        wire.send("a");
        if (wire.speaks_within(milliseconds{5})) return wire.closes();
    }
    return false;
}

std::vector<Route> echo_upload_routes() {
    std::vector<Route> routes = echo_routes();
    routes.back().body = Body::upload;
    return routes;
}

TEST(Deadline, an_idle_line_is_closed) {
    Limits limits = patient;
    limits.idle = milliseconds{50};
    const TrialServer trial{echo_routes(), limits};
    Wire fresh = trial.connect();
    EXPECT_TRUE(fresh.closes());
    Wire used = trial.connect();
    EXPECT_EQ(used.ask("GET / HTTP/1.1\r\nHost: noord\r\n\r\n").status, 200);
    EXPECT_TRUE(used.closes());
}

TEST(Deadline, a_dripping_header_is_cut_off) {
    Limits limits = patient;
    limits.header = milliseconds{50};
    const TrialServer trial{echo_routes(), limits};
    Wire wire = trial.connect();
    wire.send("GET / HTTP/1.1\r\nHost: noord\r\nX-Drip: ");
    EXPECT_TRUE(cut_off_while_dripping(wire));
}

TEST(Deadline, a_dripping_body_is_cut_off) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = 10'000;
    const TrialServer trial{echo_routes(), limits};
    Wire wire = trial.connect();
    const std::string request = post_of(std::string(4000, 'a'));
    wire.send(request.substr(0, request.size() - 4000));
    EXPECT_TRUE(cut_off_while_dripping(wire));
}

TEST(Deadline, a_dripping_upload_is_cut_off) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = 10'000;
    const TrialServer trial{echo_upload_routes(), limits};
    Wire wire = trial.connect();
    const TrialForm form = TrialForm{}.file("foto", "hut.jpg", std::string(4000, 'a'));
    wire.send(form.request().substr(0, form.request().size() - 4000));
    EXPECT_TRUE(cut_off_while_dripping(wire));
}

TEST(Deadline, what_is_larger_than_a_form_keeps_a_higher_pace) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = 1;  // a byte a second: what has come pays for a long wait
    limits.upload_rate = 10'000'000;
    const TrialServer trial{echo_upload_routes(), limits};
    Wire form = trial.connect(), photo = trial.connect();
    const std::string small = TrialForm{}.field("woorden", std::string(1000, 'a')).request();
    const std::string large = TrialForm{}.file("foto", "hut.jpg", std::string(limits.form_bytes, 'a')).request();
    form.send(small.substr(0, small.size() - 1));
    photo.send(large.substr(0, large.size() - 4000));
    EXPECT_TRUE(cut_off_while_dripping(photo));
    EXPECT_TRUE(form.silent());
    form.send(small.substr(small.size() - 1));
    EXPECT_EQ(form.reply().status, 200);
}

TEST(Deadline, a_body_that_keeps_its_pace_may_take_longer_than_the_grace) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = 1;  // a byte a second: what has come pays for a long wait
    const TrialServer trial{echo_routes(), limits};
    Wire wire = trial.connect();
    const std::string request = post_of("woorden=" + std::string(1000, 'a'));
    wire.send(request.substr(0, request.size() - 1));
    Wire other = trial.connect();
    other.send(post_of("woorden=x").substr(0, post_of("woorden=x").size() - 9));
    EXPECT_TRUE(other.closes());  // so the grace is over, for both
    EXPECT_TRUE(wire.silent());
    wire.send("a");
    EXPECT_EQ(wire.reply().status, 200);
}

TEST(Deadline, a_refused_body_that_keeps_its_pace_may_come_to_its_end) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = limits.upload_rate = 1;
    const TrialServer trial{echo_routes(), limits};
    Wire wire = trial.connect();
    const std::string request = post_of(std::string(std::size_t{64} << 20U, 'a'));
    wire.send(std::string_view{request}.substr(0, 1 << 20));
    EXPECT_EQ(wire.reply().status, 413);
    Wire other = trial.connect();
    other.send(post_of("woorden=x").substr(0, post_of("woorden=x").size() - 9));
    EXPECT_TRUE(other.closes());  // so the grace is over, for both
    EXPECT_TRUE(wire.send(std::string_view{request}.substr(1 << 20)));
}

TEST(Deadline, a_reply_nobody_reads_is_cut_off) {
    Limits limits = patient;
    limits.body_grace = milliseconds{50};
    limits.body_rate = std::numeric_limits<std::uint64_t>::max();
    const TrialServer trial{{get_route("/", [](const Request&) { return Reply{.body = std::string(32U << 20U, 'x'), .compress = false}; })}, limits};
    Wire wire = trial.connect();
    wire.send("GET / HTTP/1.1\r\nHost: noord\r\n\r\n");
    Wire other = trial.connect();
    other.send(post_of("woorden=x").substr(0, post_of("woorden=x").size() - 9));
    EXPECT_TRUE(other.closes());
    EXPECT_THROW(wire.reply(), std::runtime_error);
}

}  // namespace
}  // namespace loopbaankaart::web

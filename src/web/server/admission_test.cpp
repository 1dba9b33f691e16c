// Who sends a large body is asked for before it is read, on a real socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../http/trial_form.hpp"
#include "trial_server.hpp"
#include "trial_upload.hpp"

namespace loopbaankaart::web {
namespace {

using testing::HasSubstr;

// At /inleveren, for who `admits` lets in, says which it was, with the words and how many files came.
std::vector<Route> asking_routes(std::function<Admitted(const Request&)> admits, Body body = Body::upload) {
    std::vector<Route> routes = echo_routes();
    routes.push_back(post_route("/inleveren", [](const Request& request) {
        return Reply{.status = request.whole ? 200 : 401, .body = std::string{request.form["woorden"]} + "|" + std::to_string(request.uploads.size())};
    }));
    routes.back().body = body;
    routes.back().admits = std::move(admits);
    return routes;
}

TEST(Admission, answers_who_may_not_send_before_anything_is_sent) {
    const TrialServer trial{asking_routes([](const Request&) { return Admitted{Reading::nothing}; })};
    const TrialForm form = with_file(std::string(2 * megabyte, 'x'));
    for (const std::string_view lines : {"", "Expect: 100-continue\r\n"}) {
        Wire wire = trial.connect();
        const WireReply reply = wire.ask(form.head(form.body().size(), "/inleveren", lines));
        EXPECT_EQ(reply.status, 401);
        EXPECT_EQ(reply.body, "|0");
        EXPECT_EQ(reply.header("connection"), "close");
    }
    Wire sends_on = trial.connect();
    EXPECT_TRUE(sends_on.send(form.request("/inleveren"))) << "a browser reads the answer when it has sent all";
    EXPECT_EQ(sends_on.reply().status, 401);
    EXPECT_TRUE(sends_on.closes());
}

TEST(Admission, of_words_alone_takes_no_files_and_leaves_the_line_open) {
    const TrialServer trial{asking_routes([](const Request&) { return Admitted{Reading::words}; }), Limits{.upload_budget = 0}};
    Wire wire = trial.connect();
    wire.send(with_file(std::string(13 * megabyte, 'x')).field("later", "ook").request("/inleveren") + "GET / HTTP/1.1\r\nHost: noord\r\n\r\n");
    const WireReply reply = wire.reply();
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.body, "hier|0");
    EXPECT_EQ(wire.reply().body, "hier");
}

TEST(Admission, is_asked_by_the_head_of_what_is_larger_than_a_form) {
    std::atomic<int> asked = 0;
    const TrialServer trial{asking_routes([&](const Request& request) {
        ++asked;
        EXPECT_EQ(request.cookie("wie"), "amina");
        EXPECT_NE(request.site, nullptr);
        EXPECT_EQ(request.uploads.size() + request.form.size(), 0U);
        return Admitted{};
    })};
    Wire wire = trial.connect();
    EXPECT_EQ(wire.ask(with_file("klein").request("/inleveren", "Cookie: wie=amina\r\n")).body, "hier|1");
    EXPECT_EQ(asked, 0);
    EXPECT_EQ(wire.ask(with_file(long_text).request("/inleveren", "Cookie: wie=amina\r\n")).body, "hier|1");
    EXPECT_EQ(asked, 1);
}

TEST(Admission, that_fails_is_a_page) {
    const TrialServer trial{asking_routes([](const Request&) -> Admitted { throw storage::Broken{"no disk"}; })};
    const WireReply reply = trial.ask(with_file(long_text).request("/inleveren"));
    EXPECT_EQ(reply.status, 503);
    EXPECT_THAT(reply.body, HasSubstr(reply.header("x-request-id")));
}

// Whoever says so in a cookie.
Admitted by_name(const Request& request) { return {Reading::all, std::string{request.cookie("wie")}}; }

TEST(Archive, is_one_file_that_may_be_large) {
    const TrialServer trial{asking_routes(by_name, Body::archive), Limits{.file_bytes = 1, .archive_bytes = megabyte}};
    const auto sent = [&](const TrialForm& form) { return trial.ask(form.request("/inleveren")); };
    EXPECT_EQ(sent(with_file(std::string(megabyte, 'x'))).body, "hier|1");
    EXPECT_EQ(sent(with_file(std::string(megabyte + 1, 'x'))).status, 413);
    EXPECT_EQ(sent(with_file("een").file("foto", "b.jpg", "twee")).status, 413);
    EXPECT_EQ(sent(with_file("").field("meer", long_text)).status, 413);
}

TEST(Piece, is_one_file_with_fields) {
    const TrialServer trial{asking_routes(by_name, Body::piece), Limits{.file_bytes = 1, .archive_bytes = 1, .piece_bytes = megabyte}};
    const auto sent = [&](const TrialForm& form) { return trial.ask(form.request("/inleveren")); };
    EXPECT_EQ(sent(with_file(std::string(megabyte, 'x')).field("nummer", "3")).body, "hier|1");
    EXPECT_EQ(sent(with_file(std::string(megabyte + 1, 'x'))).status, 413);
    EXPECT_EQ(sent(with_file(std::string(2 * megabyte, 'x'))).status, 413);
    EXPECT_EQ(sent(with_file("een").file("foto", "b.jpg", "twee")).status, 413);
}

TEST(Archive, of_one_sender_waits_for_the_one_before) {
    const TrialServer trial{asking_routes(by_name, Body::archive)};
    const TrialForm form = with_file(long_text);
    const std::string amina = "Cookie: wie=amina\r\n", joris = "Cookie: wie=joris\r\n";
    Wire first = trial.connect();
    EXPECT_EQ(first.ask(form.head(form.body().size(), "/inleveren", amina + "Expect: 100-continue\r\n")).status, 100);
    const WireReply refused = trial.ask(form.request("/inleveren", amina));
    EXPECT_EQ(refused.status, 429);
    EXPECT_NE(refused.header("retry-after"), "");
    EXPECT_EQ(trial.ask(form.request("/inleveren", joris)).body, "hier|1");
    EXPECT_EQ(first.ask(form.body()).body, "hier|1");
    EXPECT_EQ(trial.ask(form.request("/inleveren", amina)).body, "hier|1");
    Wire hung_up = trial.connect();
    EXPECT_EQ(hung_up.ask(form.head(form.body().size(), "/inleveren", amina + "Expect: 100-continue\r\n")).status, 100);
    hung_up.hang_up();
    EXPECT_TRUE(hung_up.closes());
    EXPECT_EQ(trial.ask(form.request("/inleveren", amina)).body, "hier|1");
}

}  // namespace
}  // namespace loopbaankaart::web

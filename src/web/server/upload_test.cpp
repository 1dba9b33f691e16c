// Files that come with a form, on a real socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <semaphore>

#include "../http/trial_form.hpp"
#include "trial_server.hpp"
#include "trial_upload.hpp"

namespace loopbaankaart::web {
namespace {

using testing::HasSubstr;

// At /inleveren: says back the words, and the files with all that is known of them. At /groot: a reply too large to send at once.
std::vector<Route> upload_routes() {
    std::vector<Route> routes = echo_routes();
    routes.push_back(post_route("/inleveren", [](const Request& request) {
        std::string text{request.form["woorden"]};
        for (const Upload& upload : request.uploads)
            text.append("|").append(upload.claimed_name).append("|").append(upload.claimed_type).append("|").append(base::text_of(upload.file.read()));
        return Reply{.body = std::move(text), .compress = false};
    }));
    routes.back().body = Body::upload;
    routes.push_back(post_route("/groot", [](const Request&) { return Reply{.body = std::string(32 * megabyte, 'x'), .compress = false}; }));
    routes.back().body = Body::upload;
    routes.push_back(post_route("/verder", [](const Request& request) { return Reply{.body = std::string{request.form["woorden"]}}; }));
    routes.back().body = Body::carried_form;
    return routes;
}

std::string bytes_like_a_photo(std::size_t size) {
    base::Bytes bytes(size);
    base::SeededRandomness{7}.fill(bytes);
    return std::string{base::text_of(bytes)};
}
std::string upload(const TrialForm& form) { return form.request("/inleveren"); }

Limits budget_of(std::uint64_t bytes) {
    Limits limits;
    limits.upload_budget = bytes;
    return limits;
}

TEST(Upload, arrives_byte_for_byte) {
    const TrialServer trial{upload_routes()};
    const std::string photo = bytes_like_a_photo(5 * megabyte);
    const WireReply reply = trial.ask(upload(with_file(photo)));
    EXPECT_EQ(reply.status, 200);
    EXPECT_TRUE(reply.body == "hier|hut.jpg|image/jpeg|" + photo);
}

TEST(Upload, that_is_worked_on_keeps_nobody_from_signing_in) {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::counting_semaphore<> begun{0};
    const auto wait = [&]() -> Answer {
        begun.release();
        gate.wait();
        return Reply{.body = "klaar"};
    };
    std::vector<Route> routes{post_route("/inleveren", [&](const Request&) -> Answer { return Slow{wait}; }),
                              get_route("/inloggen", [](const Request&) -> Answer { return Slow{[]() -> Answer { return Reply{.body = "binnen"}; }}; })};
    routes.front().body = Body::upload;
    const TrialServer trial{routes};
    std::vector<Wire> wires;
    for (unsigned count = 0; count < ServerOptions{}.upload_workers; ++count) {
        wires.push_back(trial.connect());
        wires.back().send(upload(with_file("foto")));
        begun.acquire();
    }
    EXPECT_EQ(trial.ask("GET /inloggen HTTP/1.1\r\nHost: noord\r\n\r\n").body, "binnen");
    opened.set_value();
    for (Wire& wire : wires) EXPECT_EQ(wire.reply().body, "klaar");
}

TEST(Upload, leaves_the_line_open) {
    const TrialServer trial{upload_routes()};
    Wire wire = trial.connect();
    wire.send(upload(with_file("een")) + "GET / HTTP/1.1\r\nHost: noord\r\n\r\n" + upload(with_file("twee")));
    EXPECT_EQ(wire.reply().body, "hier|hut.jpg|image/jpeg|een");
    EXPECT_EQ(wire.reply().body, "hier");
    EXPECT_EQ(wire.reply().body, "hier|hut.jpg|image/jpeg|twee");
}

TEST(Upload, does_not_mix_with_another_at_the_same_time) {
    const TrialServer trial{upload_routes()};
    const std::string one = bytes_like_a_photo(megabyte), other(megabyte, 'x');
    const std::string first = upload(with_file(one)), second = upload(with_file(other));
    Wire wire = trial.connect(), another = trial.connect();
    for (std::size_t at = 0; at < std::max(first.size(), second.size()); at += 50'000) {
        wire.send(std::string_view{first}.substr(std::min(at, first.size()), 50'000));
        another.send(std::string_view{second}.substr(std::min(at, second.size()), 50'000));
    }
    EXPECT_TRUE(wire.reply().body == "hier|hut.jpg|image/jpeg|" + one);
    EXPECT_TRUE(another.reply().body == "hier|hut.jpg|image/jpeg|" + other);
}

TEST(Upload, may_be_a_form_without_files) {
    const TrialServer trial{upload_routes()};
    EXPECT_EQ(trial.ask(post_of("woorden=zo").replace(5, 1, "/inleveren")).body, "zo");
}

TEST(Upload, of_the_largest_size_is_taken) {
    const TrialServer trial{upload_routes()};
    const WireReply reply = trial.ask(upload(with_file(std::string(12 * megabyte, 'x'))));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body.size(), std::string_view{"hier|hut.jpg|image/jpeg|"}.size() + 12 * megabyte);
}

TEST(Upload, with_a_file_too_large_is_refused_and_the_line_closed) {
    const TrialServer trial{upload_routes()};
    Wire wire = trial.connect();
    EXPECT_TRUE(wire.send(upload(with_file(std::string(12 * megabyte + 1, 'x')).file("foto", "b.jpg", bytes_like_a_photo(megabyte)))));
    const WireReply reply = wire.reply();
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(reply.header("connection"), "close");
    EXPECT_NE(reply.header("content-security-policy"), "");
}

struct Wrong {
    const char* name;
    std::string request;
    int status;
};
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.name; }
std::string name_of_wrong(const testing::TestParamInfo<Wrong>& info) { return info.param.name; }

class Wrongly : public testing::TestWithParam<Wrong> {};

TEST_P(Wrongly, sent_is_refused_with_a_page) {
    const TrialServer trial{upload_routes()};
    const WireReply reply = trial.ask(GetParam().request);
    EXPECT_EQ(reply.status, GetParam().status);
    EXPECT_THAT(reply.body, HasSubstr(reply.header("x-request-id")));
}

TrialForm with_parts(int count) {
    TrialForm form;
    while (count-- > 0) form.field("woorden", "x");
    return form;
}
std::string without_boundary(std::string request) { return request.replace(request.find("; boundary"), 10, "; grens---"); }
std::string without_end(const TrialForm& form) {
    const std::string body = form.body().substr(0, form.body().size() - 6);
    return form.head(body.size(), "/inleveren") + body;
}

INSTANTIATE_TEST_SUITE_P(Uploads, Wrongly, testing::Values(
    Wrong{"request_too_large", with_file("").head(60 * megabyte + 1, "/inleveren"), 413},
    Wrong{"too_many_parts", upload(with_parts(61)), 413},
    Wrong{"too_much_text", upload(TrialForm{}.field("woorden", long_text)), 413},
    Wrong{"plain_form_too_large", post_of(long_text).replace(5, 1, "/inleveren"), 413},
    Wrong{"no_boundary", without_boundary(upload(with_file("x"))), 400},
    Wrong{"no_end", without_end(with_file("x")), 400},
    Wrong{"no_form", post_of("x").replace(post_of("x").find("x-www-form-urlencoded"), 21, "json").replace(5, 1, "/inleveren"), 415},
    Wrong{"to_a_form_without_files", with_file("x").request("/"), 415},
    Wrong{"large_to_a_form_without_files", with_file(long_text).request("/"), 413},
    Wrong{"large_to_nowhere", with_file(long_text).request("/nergens"), 413}),
    name_of_wrong);

TEST(Upload, to_an_unknown_host_or_the_metrics_is_not_read) {
    ServerOptions options;
    options.metrics_port = free_port();
    const TrialServer trial{upload_routes(), options};
    std::string request = upload(with_file(long_text));
    EXPECT_EQ(Wire{trial.server->metrics_port()}.ask(request).status, 413);
    const WireReply reply = trial.ask(request.replace(request.find("noord"), 5, "vreemd"));
    EXPECT_EQ(reply.status, 421);
    EXPECT_EQ(reply.header("connection"), "close");
}

TEST(Upload, that_is_hung_up_on_gives_its_memory_back) {
    const std::string request = upload(with_file(bytes_like_a_photo(megabyte)));
    const TrialServer trial{upload_routes(), budget_of(request.size())};
    Wire wire = trial.connect();
    wire.send(request.substr(0, request.size() / 2));
    wire.hang_up();
    EXPECT_TRUE(wire.closes());
    EXPECT_EQ(trial.ask(request).status, 200);
}

TEST(UploadBudget, that_is_full_asks_to_come_back_later) {
    ServerOptions options = TrialServer::options_with(budget_of(megabyte));
    options.metrics_port = free_port();
    const TrialServer trial{upload_routes(), options};
    const auto figures = [&] { return Wire{trial.server->metrics_port()}.ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").body; };
    const TrialForm form = with_file(bytes_like_a_photo(megabyte / 2 + 1));
    const std::string size = std::to_string(form.body().size());

    Wire first = trial.connect();
    EXPECT_EQ(first.ask(form.head(form.body().size(), "/inleveren", "Expect: 100-continue\r\n")).status, 100);
    EXPECT_THAT(figures(), HasSubstr("loopbaankaart_upload_bytes " + size + "\n"));
    const WireReply refused = trial.ask(upload(form));
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(refused.header("retry-after"), "");
    EXPECT_EQ(trial.ask(post_of("woorden=wel")).body, "wel") << "what needs no memory goes on";

    first.send(form.body());
    EXPECT_EQ(first.reply().status, 200);
    EXPECT_THAT(figures(), HasSubstr("loopbaankaart_upload_bytes 0\n"));
    EXPECT_EQ(trial.ask(upload(form)).status, 200);
}

TEST(UploadBudget, is_not_held_by_who_reads_the_reply_slowly) {
    const TrialForm form = with_file("klein");
    const TrialServer trial{upload_routes(), budget_of(form.body().size())};
    Wire slow = trial.connect();
    slow.send(form.request("/groot"));
    ASSERT_TRUE(slow.speaks_within(std::chrono::seconds{10}));
    EXPECT_EQ(trial.ask(upload(form)).status, 200);
}

TEST(CarriedForm, may_be_a_little_larger_than_any_other) {
    const TrialServer trial{upload_routes()};
    const std::string words(72 * 1024 - 8, 'a');
    EXPECT_EQ(trial.ask(post_of("woorden=" + words).replace(5, 1, "/verder")).body, words);
    EXPECT_EQ(trial.ask(post_of("woorden=" + words + "a").replace(5, 1, "/verder")).status, 413);
}

}  // namespace
}  // namespace loopbaankaart::web

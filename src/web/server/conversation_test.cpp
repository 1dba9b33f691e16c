// How browser and server talk: keeping the line open, several questions at once, methods, languages, sizes.
#include <gtest/gtest.h>
#include <zlib.h>

#include "../assets/assets.hpp"
#include "compression.hpp"
#include "trial_server.hpp"

namespace loopbaankaart::web {
namespace {

std::string get(std::string_view target, std::string_view lines = {}) {
    return "GET " + std::string{target} + " HTTP/1.1\r\nHost: noord\r\n" + std::string{lines} + "\r\n";
}

std::string unzipped(std::string_view packed) {
    std::string text(1 << 20, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    inflate(&stream, Z_FINISH);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

TEST(Conversation, the_line_stays_open) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    for (int time = 0; time < 3; ++time) {
        const WireReply reply = wire.ask(get("/"));
        EXPECT_EQ(reply.body, "hier");
        EXPECT_EQ(reply.header("connection"), "keep-alive");
    }
}

TEST(Conversation, the_line_closes_when_asked_or_old) {
    const TrialServer trial{echo_routes()};
    for (const std::string& request : {get("/", "Connection: close\r\n"), std::string{"GET / HTTP/1.0\r\nHost: noord\r\n\r\n"}}) {
        Wire wire = trial.connect();
        EXPECT_EQ(wire.ask(request).header("connection"), "close");
        EXPECT_TRUE(wire.closes());
    }
}

TEST(Conversation, questions_sent_at_once_are_answered_in_order) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    wire.send(post_of("woorden=een") + post_of("woorden=twee") + get("/") + post_of("woorden=drie"));
    EXPECT_EQ(wire.reply().body, "een");
    EXPECT_EQ(wire.reply().body, "twee");
    EXPECT_EQ(wire.reply().body, "hier");
    EXPECT_EQ(wire.reply().body, "drie");
}

TEST(Conversation, a_request_may_come_byte_by_byte) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    for (char byte : post_of("woorden=langzaam")) wire.send({&byte, 1});
    EXPECT_EQ(wire.reply().body, "langzaam");
}

TEST(Conversation, a_form_is_waited_for_with_100_continue) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    const std::string request = post_of("woorden=ja", "Expect: 100-continue\r\n");
    const std::size_t head = request.find("\r\n\r\n") + 4;
    wire.send(request.substr(0, head));
    EXPECT_EQ(wire.reply().status, 100);
    wire.send(request.substr(head));
    EXPECT_EQ(wire.reply().body, "ja");
}

TEST(Conversation, head_is_get_without_the_body) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    wire.send("HEAD / HTTP/1.1\r\nHost: noord\r\n\r\n");
    const WireReply head = wire.reply(Wire::Body::absent);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), "4");
    EXPECT_EQ(wire.ask(get("/")).body, "hier");
}

TEST(Conversation, a_body_nobody_asked_for_is_not_the_next_request) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    const std::string hidden = get("/geheim");
    wire.send(get("/", "Content-Length: " + std::to_string(hidden.size()) + "\r\n") + hidden + get("/"));
    EXPECT_EQ(wire.reply().status, 200);
    EXPECT_EQ(wire.reply().status, 200);
    EXPECT_TRUE(wire.silent());
}

TEST(Conversation, absent_pages_and_other_methods_have_their_page) {
    const TrialServer trial{{get_route("/kaart", [](const Request&) { return Reply{}; })}};
    Wire wire = trial.connect();
    EXPECT_EQ(wire.ask(get("/elders")).status, 404);
    EXPECT_EQ(wire.ask("POST /kaart HTTP/1.1\r\nHost: noord\r\n\r\n").status, 405);
    EXPECT_EQ(wire.ask("DELETE /kaart HTTP/1.1\r\nHost: noord\r\n\r\n").status, 405);
    EXPECT_EQ(wire.ask(get("/..%2Fkaart")).status, 400);
}

TEST(Conversation, only_forms_are_taken) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    EXPECT_EQ(wire.ask("POST / HTTP/1.1\r\nHost: noord\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nja").status, 415);
    EXPECT_EQ(wire.ask(post_of("woorden=%FF")).status, 400);
    EXPECT_EQ(wire.ask(post_of("woorden=ja")).body, "ja");
}

TEST(Conversation, every_reply_carries_its_protection) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    for (const char* target : {"/", "/elders", "/healthz"}) {
        const WireReply reply = wire.ask(get(target));
        EXPECT_NE(reply.header("content-security-policy").find("default-src 'none'"), std::string::npos) << target;
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff") << target;
        EXPECT_EQ(reply.header("referrer-policy"), "same-origin") << target;
        EXPECT_EQ(reply.header("cache-control"), "no-store") << target;
        EXPECT_EQ(reply.header("x-request-id").size(), 26U) << target;
        EXPECT_EQ(reply.header("strict-transport-security"), "") << target;
    }
}

TEST(Conversation, a_large_page_is_made_smaller_for_who_can_read_that) {
    const std::string page(30'000, 'x');
    const TrialServer trial{{get_route("/", [&](const Request&) { return Reply{.body = page}; }),
                             get_route("/geheim", [&](const Request&) { return Reply{.body = page, .compress = false}; })}};
    Wire wire = trial.connect();
    const WireReply packed = wire.ask(get("/", "Accept-Encoding: br, gzip\r\n"));
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_EQ(unzipped(packed.body), page);
    EXPECT_EQ(wire.ask(get("/", "Accept-Encoding: gzip;q=0\r\n")).body, page);
    EXPECT_EQ(wire.ask(get("/geheim", "Accept-Encoding: gzip\r\n")).body, page);
}

TEST(Conversation, a_body_packed_before_goes_as_the_smallest_that_can_be_read) {
    const std::string plain = "<svg>" + std::string(5'000, 'x') + "</svg>";
    const std::shared_ptr<const Packed> drawing = pack(plain);
    const TrialServer trial{{get_route("/", [&](const Request&) { return Reply{.type = "image/svg+xml", .packed = drawing}; })}};
    Wire wire = trial.connect();
    const WireReply smallest = wire.ask(get("/", "Accept-Encoding: gzip, br\r\n")), older = wire.ask(get("/", "Accept-Encoding: gzip, br;q=0\r\n")), bare = wire.ask(get("/"));
    EXPECT_EQ(smallest.header("content-encoding"), "br");
    EXPECT_EQ(smallest.body, drawing->brotli);
    EXPECT_EQ(older.header("content-encoding"), "gzip");
    EXPECT_EQ(unzipped(older.body), plain);
    EXPECT_EQ(bare.header("content-encoding"), "");
    EXPECT_EQ(bare.body, plain);
    for (const WireReply* reply : {&smallest, &older, &bare}) EXPECT_EQ(reply->header("vary"), "Accept-Encoding");
}

TEST(Conversation, an_asset_is_kept_for_ever_and_not_sent_again) {
    const TrialServer trial{echo_routes()};
    const Asset& style = asset("css/loopbaankaart.css");
    Wire wire = trial.connect();
    const WireReply plain = wire.ask(get(style.path));
    EXPECT_EQ(plain.body, style.plain);
    EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(wire.ask(get(style.path, "Accept-Encoding: gzip, br\r\n")).body, style.brotli);
    const WireReply known = wire.ask(get(style.path, "If-None-Match: " + plain.header("etag") + "\r\n"));
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(known.header("content-length"), "");
    EXPECT_EQ(wire.ask(get("/")).status, 200);
}

TEST(Conversation, a_page_with_an_etag_is_not_sent_again) {
    const TrialServer trial{{get_route("/", [](const Request&) { return Reply{.body = "hier"}.header("ETag", "\"7\""); })}};
    Wire wire = trial.connect();
    EXPECT_EQ(wire.ask(get("/", "If-None-Match: \"6\"\r\n")).body, "hier");
    EXPECT_EQ(wire.ask(get("/", "If-None-Match: \"6\", W/\"7\"\r\n")).status, 304);
}

TEST(Conversation, a_header_cannot_hold_a_line_end) {
    const TrialServer trial{{get_route("/", [](const Request& request) { return Reply{}.header("X-Naam", std::string{request.query["naam"]}); })}};
    const WireReply reply = trial.ask(get("/?naam=a%0D%0ASet-Cookie:%20b=c"));
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.header("set-cookie"), "");
}

TEST(Conversation, a_host_that_is_no_schools_gets_nothing_of_a_school) {
    const TrialServer trial{echo_routes()};
    Wire wire = trial.connect();
    const WireReply reply = wire.ask("GET / HTTP/1.1\r\nHost: vreemd\r\n\r\n");
    EXPECT_EQ(reply.status, 421);
    EXPECT_EQ(reply.body.find("Noordzijde"), std::string::npos);
    EXPECT_EQ(wire.ask("GET /healthz HTTP/1.1\r\nHost: vreemd\r\n\r\n").status, 200);
}

}  // namespace
}  // namespace loopbaankaart::web

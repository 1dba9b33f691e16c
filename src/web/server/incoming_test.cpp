// From a head's bytes to a Request: paths, languages, and who is believed about what.
#include "incoming.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../html/url.hpp"
#include "../http/header_text.hpp"

namespace loopbaankaart::web {
namespace {

using base::Language;
using testing::ElementsAre;
using testing::Pair;

const Limits usual_limits;
const std::vector<std::string> proxies{"127.0.0.1", "10.0.0.2"};

Incoming read(std::string_view target, std::string_view lines = {}, std::string_view peer = "192.0.2.7", std::string_view host = "noord") {
    std::string head{"GET "};
    head.append(target).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n").append(lines).append("\r\n");
    return read_head(head, {peer, &proxies, &usual_limits});
}

TEST(Target, is_decoded) {
    const Incoming incoming = read("/kaart/caf%C3%A9+?zoek=na%20school+werken&leeg");
    EXPECT_EQ(incoming.refused, 0);
    EXPECT_EQ(incoming.request.path, "/kaart/café+");
    EXPECT_EQ(incoming.request.query["zoek"], "na school werken");
    EXPECT_TRUE(incoming.request.query.has("leeg"));
}

TEST(Target, that_could_be_read_in_two_ways_is_refused) {
    for (const char* target : {"kaart", "*", "http://noord/kaart", "/../etc/passwd", "/kaart/..", "/./kaart", "/%2e%2e/kaart", "/kaart%2F..%2Fx", "/a%5Cb",
                               "/%00", "/%0A", "/%7F", "/%", "/%4", "/%zz", "/%FF", "/%C0%AE", "/%ED%A0%80", "/?naam=%FF", "/?naam=%00", "/kaart#deel"})
        EXPECT_EQ(read(target).refused, 400) << target;
}

RC_GTEST_PROP(Target, a_segment_we_wrote_in_a_link_comes_back_the_same, ()) {
    const auto text = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
    RC_PRE(text != "." && text != ".." && text.find_first_of("/\\") == std::string::npos);
    const Incoming incoming = read(path("/kaart", text).text());
    RC_ASSERT(incoming.refused == 0);
    RC_ASSERT(incoming.request.path == "/kaart/" + text);
}

TEST(Head, names_are_in_lower_case_and_values_without_space_around_them) {
    const Incoming incoming = read("/", "X-Naam:   Amina \t\r\nCookie: a=1\r\nCookie: b=2; c=3\r\n");
    EXPECT_EQ(incoming.request.header("x-naam"), "Amina");
    EXPECT_THAT(incoming.request.cookies, ElementsAre(Pair("a", "1"), Pair("b", "2"), Pair("c", "3")));
    EXPECT_TRUE(incoming.keep_alive);
}

TEST(Language, is_what_was_chosen_before_what_the_browser_prefers) {
    EXPECT_EQ(read("/").request.language, Language::nl);
    EXPECT_EQ(read("/", "Accept-Language: en-GB,en;q=0.9,nl;q=0.8\r\n").request.language, Language::en);
    EXPECT_EQ(read("/", "Accept-Language: de, nl;q=0.3, en;q=0.2\r\n").request.language, Language::nl);
    EXPECT_EQ(read("/", "Accept-Language: fr\r\n").request.language, Language::nl);
    EXPECT_EQ(read("/", "Accept-Language: enx\r\n").request.language, Language::nl);
    EXPECT_EQ(read("/", "Accept-Language: en;q=0, nl;q=0.1\r\n").request.language, Language::nl);
    EXPECT_EQ(read("/", "Accept-Language: en\r\nCookie: taal=nl\r\n").request.language, Language::nl);
    EXPECT_EQ(read("/", "Cookie: taal=en\r\n").request.language, Language::en);
    EXPECT_EQ(read("/", "Cookie: taal=xx\r\n").request.language, Language::nl);
}

TEST(Client, is_the_other_end_unless_a_trusted_proxy_says_otherwise) {
    constexpr std::string_view lines = "X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
    const Incoming stranger = read("/", lines);
    EXPECT_EQ(stranger.request.client, "192.0.2.7");
    EXPECT_FALSE(stranger.request.secure);
    const Incoming behind = read("/", lines, "127.0.0.1");
    EXPECT_EQ(behind.request.client, "203.0.113.9");
    EXPECT_TRUE(behind.request.secure);
}

TEST(Client, is_found_behind_several_proxies_and_cannot_be_made_up) {
    EXPECT_EQ(read("/", "X-Forwarded-For: 1.2.3.4, 203.0.113.9, 10.0.0.2\r\n", "127.0.0.1").request.client, "203.0.113.9");
    EXPECT_EQ(read("/", "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 203.0.113.9\r\n", "127.0.0.1").request.client, "203.0.113.9");
    EXPECT_EQ(read("/", "", "127.0.0.1").request.client, "127.0.0.1");
}

TEST(Client, on_the_own_machine_is_secure) {
    for (const char* host : {"localhost:8080", "noord.localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST"})
        EXPECT_TRUE(read("/", "", "127.0.0.1", host).request.secure) << host;
    for (const char* host : {"noord.example.nl", "localhost.example.nl", "notlocalhost", "127.0.0.12"})
        EXPECT_FALSE(read("/", "", "127.0.0.1", host).request.secure) << host;
}

TEST(Host, is_a_name_or_an_address_with_perhaps_a_port) {
    for (const char* good : {"noord", "noord.example.nl:8080", "127.0.0.1", "[::1]", "[2001:db8::1]:80"}) EXPECT_TRUE(is_host(good)) << good;
    for (const char* bad : {"", ":80", "a b", "a/b", "a:b", "a:123456", "[::1", "[]", "[::1]x", "a@b", "é.nl"}) EXPECT_FALSE(is_host(bad)) << bad;
    EXPECT_EQ(host_name("Noord.Example.NL:8080"), "noord.example.nl");
    EXPECT_EQ(host_name("[::1]:8080"), "[::1]");
}

TEST(Coding, is_allowed_by_name_and_weight) {
    EXPECT_TRUE(accepts("gzip, deflate, br", "br"));
    EXPECT_TRUE(accepts("GZIP;q=0.001", "gzip"));
    EXPECT_FALSE(accepts("gzip;q=0", "gzip"));
    EXPECT_FALSE(accepts("gzip;q=0.000", "gzip"));
    EXPECT_FALSE(accepts("", "gzip"));
    EXPECT_FALSE(accepts("xgzip", "gzip"));
}

}  // namespace
}  // namespace loopbaankaart::web

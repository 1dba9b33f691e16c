#include "cookie.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace loopbaankaart::web {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

TEST(Cookie, is_never_readable_by_script_nor_sent_from_elsewhere) {
    const std::string line = set_cookie("taal", "en", std::chrono::hours{24 * 365}, false);
    EXPECT_THAT(line, HasSubstr("HttpOnly"));
    EXPECT_THAT(line, HasSubstr("SameSite=Lax"));
    EXPECT_THAT(line, HasSubstr("Path=/;"));
    EXPECT_THAT(line, EndsWith("Max-Age=31536000"));
    EXPECT_THAT(line, Not(HasSubstr("Secure")));
}

TEST(Cookie, is_secure_when_asked_and_lives_until_the_browser_closes_without_lifetime) {
    const std::string line = set_cookie("__Host-sessie", "abc", std::nullopt, true);
    EXPECT_THAT(line, HasSubstr("; Secure"));
    EXPECT_THAT(line, Not(HasSubstr("Max-Age")));
}

TEST(Cookie, cannot_be_written_with_signs_that_end_it) {
    for (const char* value : {"a;b", "a\r\nSet-Cookie: b", "a b", "a\"", "a,b", "\xC3\xA9"})
        EXPECT_THROW(set_cookie("naam", value, std::nullopt, false), std::invalid_argument);
    EXPECT_THROW(set_cookie("na am", "a", std::nullopt, false), std::invalid_argument);
    EXPECT_THROW(set_cookie("", "a", std::nullopt, false), std::invalid_argument);
}

TEST(Cookie, header_is_read_in_order_and_malformed_parts_are_passed_over) {
    EXPECT_THAT(parse_cookies("a=1; b=2;c=3"), ElementsAre(Pair("a", "1"), Pair("b", "2"), Pair("c", "3")));
    EXPECT_THAT(parse_cookies("; =x; nothing; a b=1; ok=1; bad=\"q\"; empty="), ElementsAre(Pair("ok", "1"), Pair("empty", "")));
    EXPECT_THAT(parse_cookies(""), ElementsAre());
}

}  // namespace
}  // namespace loopbaankaart::web

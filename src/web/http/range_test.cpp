#include "range.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace loopbaankaart::web {
namespace {

constexpr std::string_view etag = "\"7\"";

Request asking(std::string range, std::string if_range = {}, Method method = Method::get) {
    Request request{.method = method};
    request.headers.add("range", std::move(range));
    if (!if_range.empty()) request.headers.add("if-range", std::move(if_range));
    return request;
}

// "4+6" for six bytes from the fifth on, "whole" or "outside"; of a body of ten bytes.
std::string answer(const Request& request, std::uint64_t length = 10) {
    const Range range = range_of(request, etag, length);
    if (range.kind == Range::Kind::outside) return "outside";
    if (range.kind == Range::Kind::part) return std::to_string(range.stretch.from) + "+" + std::to_string(range.stretch.length);
    EXPECT_EQ(range.stretch.from, 0U);
    EXPECT_EQ(range.stretch.length, length);
    return "whole";
}

TEST(Range, is_one_stretch) {
    EXPECT_EQ(answer(asking("bytes=0-3")), "0+4");
    EXPECT_EQ(answer(asking("bytes=4-")), "4+6");
    EXPECT_EQ(answer(asking("bytes=9-9")), "9+1");
    EXPECT_EQ(answer(asking("bytes=8-99999999999999999999999")), "8+2");
    EXPECT_EQ(answer(asking("bytes=-4")), "6+4");
    EXPECT_EQ(answer(asking("bytes=-40")), "0+10");
}

TEST(Range, outside_the_body_is_told) {
    EXPECT_EQ(answer(asking("bytes=10-")), "outside");
    EXPECT_EQ(answer(asking("bytes=99999999999999999999999-")), "outside");
    EXPECT_EQ(answer(asking("bytes=-0")), "outside");
    EXPECT_EQ(answer(asking("bytes=0-"), 0), "outside");
    EXPECT_EQ(answer(asking("bytes=-1"), 0), "outside");
}

TEST(Range, we_do_not_answer_gets_all) {
    for (const char* range : {"", "bytes", "bytes=", "bytes=-", "bytes=4", "bytes=4-2", "bytes=a-b", "bytes=+1-2", "bytes=1-+2", "bytes=--1", "bytes=0-1,4-5", "bytes= 1-2", "pages=1-2"})
        EXPECT_EQ(answer(asking(range)), "whole") << range;
    EXPECT_EQ(answer(asking("bytes=0-3", {}, Method::head)), "whole");
    EXPECT_EQ(answer(Request{}), "whole");
}

TEST(Range, of_a_body_that_changed_gets_all) {
    EXPECT_EQ(answer(asking("bytes=0-3", "\"7\"")), "0+4");
    for (const char* older : {"\"6\"", "W/\"7\"", "Sun, 22 Nov 2026 19:40:00 GMT"}) EXPECT_EQ(answer(asking("bytes=0-3", older)), "whole") << older;
    EXPECT_EQ(range_of(asking("bytes=0-3", "W/\"7\""), "W/\"7\"", 10).kind, Range::Kind::whole) << "a weak one says nothing of bytes";
}

RC_GTEST_PROP(Range, never_leaves_the_body, (std::uint32_t first, std::uint32_t last, std::uint32_t length)) {
    const Range range = range_of(asking("bytes=" + std::to_string(first) + "-" + std::to_string(last)), etag, length);
    RC_ASSERT(range.kind != Range::Kind::part || (range.stretch.length > 0 && range.stretch.from + range.stretch.length <= length));
}

}  // namespace
}  // namespace loopbaankaart::web

#include "flow.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace loopbaankaart::web {
namespace {

constexpr Limits small{.stream_piece = 4, .stream_bytes = 8};

// Gives the digits of a long number, at most `most` at a time.
Stream digits(std::uint64_t length, std::size_t most = 100) {
    return {.length = length, .read = [most](std::uint64_t from, std::size_t wished) {
        base::Bytes bytes;
        for (std::size_t at = 0; at < std::min(most, wished); ++at) bytes.push_back(static_cast<std::uint8_t>('0' + (from + at) % 10));
        return std::optional{bytes};
    }};
}

// The pieces, with a bar behind each; "!" at the end when it was cut.
std::string pieces(Flow flow, const Limits& limits = small) {
    std::string text;
    while (!flow.done()) {
        flow.pull(limits);
        if (flow.piece().empty()) return text + "!";
        text.append(flow.piece()).append("|");
    }
    return text;
}

TEST(Flow, comes_in_pieces) {
    EXPECT_EQ(pieces({digits(10), {0, 10}}), "0123|4567|89|");
    EXPECT_EQ(pieces({digits(10), {3, 5}}), "3456|7|");
    EXPECT_EQ(pieces({digits(10, 3), {0, 7}}), "012|345|6|");
    EXPECT_EQ(pieces({digits(0), {0, 0}}), "");
}

TEST(Flow, ends_where_there_is_nothing_to_read) {
    for (const std::optional<base::Bytes>& nothing : {std::optional<base::Bytes>{}, std::optional{base::Bytes{}}, std::optional{base::Bytes(5)}}) {
        const Stream short_one{.length = 10, .read = [&](std::uint64_t from, std::size_t most) { return from < 4 ? digits(10).read(from, most) : nothing; }};
        EXPECT_EQ(pieces({short_one, {0, 10}}), "0123|!");
    }
    Flow broken{{.length = 10, .read = [](std::uint64_t from, std::size_t most) { return from == 0 ? digits(10).read(from, most) : throw std::runtime_error{"no disk"}; }}, {0, 10}};
    broken.pull(small);
    EXPECT_EQ(broken.piece(), "0123");
    EXPECT_THROW(broken.pull(small), std::runtime_error);
    EXPECT_EQ(broken.piece(), "") << "the last piece is not sent again";
}

TEST(Flow, asks_again_after_so_many_bytes_or_so_long) {
    int asked = 0;
    Stream stream = digits(20);
    stream.allowed = [&] { return ++asked < 2; };
    EXPECT_EQ(pieces({stream, {0, 20}}), "0123|4567|8901|2345|!");
    asked = 0;
    Limits at_once = small;
    at_once.stream_time = std::chrono::milliseconds{0};
    EXPECT_EQ(pieces({stream, {0, 20}}, at_once), "0123|!");
}

}  // namespace
}  // namespace loopbaankaart::web

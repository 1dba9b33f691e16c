#include "promised.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace loopbaankaart::zip {

namespace {

constexpr std::size_t end_size = 22, locator_size = 20, end_64_size = 56, longest_comment = 0xFFFF;
constexpr std::uint64_t bytes_of_a_line = 512;  // a name and what else stands there; 46 at least

// A number at that place, least significant byte first; there are enough bytes.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t byte = size; byte > 0; --byte) value = value << 8 | static_cast<unsigned char>(bytes[at + byte - 1]);
    return value;
}

struct Promise {
    std::uint64_t entries, list_bytes;
};

bool more(const Promise& promise, std::size_t entries) { return promise.entries > entries || promise.list_bytes > (entries + 1) * bytes_of_a_line; }

// What an end of 64 bits says, when a locator in front of the end at `at` leads to one.
std::optional<Promise> promise_64(Source& source, std::string_view tail, std::size_t at) {
    if (at < locator_size || !tail.substr(at - locator_size).starts_with("PK\6\7")) return std::nullopt;
    const base::Bytes bytes = source.read(number(tail, at - locator_size + 8, 8), end_64_size);
    const std::string_view end = base::text_of(bytes);
    if (end.size() < end_64_size || !end.starts_with("PK\6\6")) return std::nullopt;
    return Promise{std::max(number(end, 24, 8), number(end, 32, 8)), number(end, 40, 8)};
}

}  // namespace

// Which end libzip takes is its own affair: none of them may promise too much.
bool promises_more(Source& source, std::size_t entries) {
    const std::uint64_t size = source.size(), from = size - std::min<std::uint64_t>(size, end_size + longest_comment + locator_size);
    const base::Bytes bytes = source.read(from, static_cast<std::size_t>(size - from));
    const std::string_view tail = base::text_of(bytes);
    for (std::size_t at = tail.find("PK\5\6"); at != std::string_view::npos; at = tail.find("PK\5\6", at + 1)) {
        if (at + end_size > tail.size()) break;
        const Promise said{number(tail, at + 10, 2), number(tail, at + 12, 4)};
        const std::optional<Promise> said_64 = promise_64(source, tail, at);
        const bool refers = said_64 && (said.entries == 0xFFFF || said.list_bytes == 0xFFFF'FFFF);
        if ((!refers && more(said, entries)) || (said_64 && more(*said_64, entries))) return true;
    }
    return false;
}

}  // namespace loopbaankaart::zip

#include "range.hpp"

#include <algorithm>
#include <limits>

namespace loopbaankaart::web {

namespace {

constexpr std::string_view unit = "bytes=";

// Digits alone; what is too large to count is larger than any body.
std::optional<std::uint64_t> position(std::string_view digits) {
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    const auto number = base::whole_number(digits);
    return number ? static_cast<std::uint64_t>(*number) : std::numeric_limits<std::uint64_t>::max();
}

// "512" of "bytes=-512": the last so many.
Range last_of(std::string_view digits, const Range& whole) {
    const auto count = position(digits);
    if (!count) return whole;
    const std::uint64_t length = whole.stretch.length, sent = std::min(*count, length);
    if (sent == 0) return {Range::Kind::outside, {}};
    return {Range::Kind::part, {length - sent, sent}};
}

bool is_strong(std::string_view etag) { return etag.starts_with('"'); }

}  // namespace

Range range_of(const Request& request, std::string_view etag, std::uint64_t length) {
    const Range whole{Range::Kind::whole, {0, length}};
    std::string_view asked = request.header("range");
    if (request.method != Method::get || !asked.starts_with(unit)) return whole;
    if (request.headers.has("if-range") && (request.header("if-range") != etag || !is_strong(etag))) return whole;
    asked.remove_prefix(unit.size());
    const std::size_t dash = asked.find('-');
    if (dash == std::string_view::npos) return whole;
    if (dash == 0) return last_of(asked.substr(1), whole);
    const auto first = position(asked.substr(0, dash)), last = position(asked.substr(dash + 1));
    const bool to_the_end = dash + 1 == asked.size();
    if (!first || (!last && !to_the_end) || (last && *last < *first)) return whole;
    if (*first >= length) return {Range::Kind::outside, {}};
    const std::uint64_t end = last ? std::min(*last, length - 1) : length - 1;
    return {Range::Kind::part, {*first, end - *first + 1}};
}

}  // namespace loopbaankaart::web

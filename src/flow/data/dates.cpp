#include "dates.hpp"

#include <charconv>
#include <chrono>
#include <cmath>

namespace loopbaankaart::flow {

namespace {

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
    Number value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<DatePattern> DatePattern::read(std::string_view pattern) {
    if (pattern.find('d') == pattern.npos || pattern.find('m') == pattern.npos || pattern.find("yyyy") == pattern.npos) return std::nullopt;
    DatePattern read;
    read.pattern_ = pattern;
    return read;
}

std::optional<std::int32_t> DatePattern::day(std::string_view text) const {
    int day = 0, month = 0, year = 0;
    std::size_t at = 0;
    for (std::size_t place = 0; place < pattern_.size();) {
        const char letter = pattern_[place];
        std::size_t count = 0;
        while (place < pattern_.size() && pattern_[place] == letter) ++place, ++count;
        if (letter != 'd' && letter != 'm' && letter != 'y') {
            for (; count > 0; --count, ++at)
                if (at >= text.size() || text[at] != letter) return std::nullopt;
            continue;
        }
        int value = 0;
        std::size_t digits = 0;
        for (const std::size_t most = count == 1 ? 2 : count; digits < most && at < text.size() && text[at] >= '0' && text[at] <= '9'; ++digits, ++at) value = value * 10 + (text[at] - '0');
        if (digits < count) return std::nullopt;
        (letter == 'd' ? day : letter == 'm' ? month : year) = value;
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (at != text.size() || !date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<std::int32_t> whole(std::string_view text) { return parsed<std::int32_t>(text); }

std::optional<double> number(std::string_view text) {
    const auto value = parsed<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::int32_t school_year(std::int32_t day, unsigned first_month) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return static_cast<int>(date.year()) - (static_cast<unsigned>(date.month()) < first_month ? 1 : 0);
}

}  // namespace loopbaankaart::flow

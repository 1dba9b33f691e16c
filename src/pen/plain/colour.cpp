#include "colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::pen {

namespace {

std::string lower(std::string_view text) {
    std::string all{text};
    std::ranges::transform(all, all.begin(), [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign; });
    return all;
}

int nibble(char sign) { return sign >= 'a' ? sign - 'a' + 10 : sign - '0'; }

std::optional<Paint> from_hex(std::string_view digits) {
    if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
    std::string all{digits};
    if (digits.size() == 3 || digits.size() == 4) {
        all.clear();
        for (const char digit : digits) all += {digit, digit};
    }
    if (all.size() != 6 && all.size() != 8) return std::nullopt;
    return Paint{"#" + all.substr(0, 6), all.size() == 8 ? (nibble(all[6]) * 16 + nibble(all[7])) / 255.0 : 1};
}

struct Number {
    double value = 0;
    bool percent = false;
};

// "1, 2 ,3 / 50%": the numbers, whatever stands between them.
std::optional<std::vector<Number>> numbers_in(std::string_view text) {
    std::vector<Number> all;
    while (true) {
        const std::size_t start = text.find_first_not_of(" \t\r\n,/");
        if (start == std::string_view::npos) return all;
        text.remove_prefix(start);
        Number number;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
        if (error != std::errc{} || !std::isfinite(number.value) || all.size() == 4) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        number.percent = text.starts_with('%');
        if (number.percent) text.remove_prefix(1);
        else if (text.starts_with("deg")) text.remove_prefix(3);
        all.push_back(number);
    }
}

int channel_of(double part) { return static_cast<int>(std::floor(std::clamp(part, 0.0, 1.0) * 255 + 0.5)); }

std::string hex(double red, double green, double blue) { return fmt::format("#{:02x}{:02x}{:02x}", channel_of(red), channel_of(green), channel_of(blue)); }

std::string from_hsl(double hue, double saturation, double lightness) {
    const auto channel = [&](double shift) {
        const double k = std::fmod(std::fmod(shift + hue / 30, 12) + 12, 12);
        return lightness - saturation * std::min(lightness, 1 - lightness) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return hex(channel(0), channel(8), channel(4));
}

std::optional<Paint> from_function(std::string_view name, std::string_view inside) {
    const auto numbers = numbers_in(inside);
    if (!numbers || numbers->size() < 3) return std::nullopt;
    const std::vector<Number>& v = *numbers;
    const double opacity = v.size() < 4 ? 1 : std::clamp(v[3].percent ? v[3].value / 100 : v[3].value, 0.0, 1.0);
    const auto part = [&](std::size_t at) { return v[at].value / (v[at].percent ? 100 : 255); };
    const auto percent = [&](std::size_t at) { return std::clamp(v[at].value / 100, 0.0, 1.0); };
    if (name == "rgb" || name == "rgba") return Paint{hex(part(0), part(1), part(2)), opacity};
    if (name == "hsl" || name == "hsla") return Paint{from_hsl(std::fmod(v[0].value, 360), percent(1), percent(2)), opacity};
    return std::nullopt;
}

}  // namespace

std::optional<Paint> parse_colour(std::string_view text) {
    const std::string all = lower(base::trimmed(text));
    const std::string_view colour = all;
    if (colour.starts_with('#')) return from_hex(colour.substr(1, colour.find(' ') - 1));  // "#aabbcc icc-color(…)": the first will do
    const std::size_t open = colour.find('('), close = colour.find(')');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close)
        return from_function(colour.substr(0, open), colour.substr(open + 1, close - open - 1));
    const std::string_view named = named_colour(colour);
    return named.empty() ? std::nullopt : std::optional{Paint{std::string{named}}};
}

double parse_opacity(std::string_view text) {
    const auto numbers = numbers_in(text);
    if (!numbers || numbers->empty()) return 1;
    return std::clamp(numbers->front().value / (numbers->front().percent ? 100 : 1), 0.0, 1.0);
}

double strength_of(std::string_view colour) {
    const auto channel = [&](std::size_t at) { return nibble(colour[at]) * 16 + nibble(colour[at + 1]); };
    return std::max({channel(1), channel(3), channel(5)}) / 255.0;
}

}  // namespace loopbaankaart::pen

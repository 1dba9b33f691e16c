#include "paint_servers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <base/base.hpp>

namespace loopbaankaart::pen {

namespace {

constexpr int longest_chain = 4;   // gradients that take their colours from another
constexpr int most_stops = 32;

// The element whose stops count: a gradient, or the one it points to.
const Element* with_stops(const Element* gradient, const Parts& parts) {
    for (int chain = 0; gradient != nullptr && chain < longest_chain; ++chain) {
        if (!gradient->tag.ends_with("Gradient")) return nullptr;
        if (std::ranges::any_of(gradient->children, [](const Element& child) { return child.tag == "stop"; })) return gradient;
        const auto next = parts.find(id_in((*gradient)["href"]));
        gradient = next == parts.end() ? nullptr : next->second;
    }
    return nullptr;
}

std::optional<Paint> mean_of(const Element& gradient, const StyleRules& rules) {
    std::array<double, 3> sum{};
    double opacity = 0;
    int count = 0;
    for (const Element& stop : gradient.children) {
        if (stop.tag != "stop" || count == most_stops) continue;
        const Declarations own = rules.of(stop);
        const auto colour = own.find("stop-color"), clear = own.find("stop-opacity");
        const auto paint = parse_colour(colour == own.end() ? "black" : colour->second);
        if (!paint) continue;
        for (std::size_t i = 0; i < 3; ++i) {
            int channel = 0;
            std::from_chars(paint->colour.data() + 1 + 2 * i, paint->colour.data() + 3 + 2 * i, channel, 16);
            sum[i] += channel;
        }
        const double stop_opacity = clear == own.end() ? 1 : parse_opacity(clear->second);
        opacity += paint->opacity * stop_opacity;
        ++count;
    }
    if (count == 0) return std::nullopt;
    const auto mean = [&](double total) { return static_cast<int>(std::floor(total / count + 0.5)); };
    return Paint{fmt::format("#{:02x}{:02x}{:02x}", mean(sum[0]), mean(sum[1]), mean(sum[2])), opacity / count};
}

}  // namespace

std::string_view id_in(std::string_view address) {
    address = base::trimmed(address);
    if (address.starts_with("url(")) {
        address = address.substr(4, address.find(')') - 4);
        while (!address.empty() && (address.front() == '"' || address.front() == '\'' || address.front() == ' ')) address.remove_prefix(1);
        while (!address.empty() && (address.back() == '"' || address.back() == '\'' || address.back() == ' ')) address.remove_suffix(1);
    }
    return address.starts_with('#') ? address.substr(1) : std::string_view{};
}

std::optional<Paint> paint_of(std::string_view written, const Parts& parts, const StyleRules& rules) {
    if (!written.starts_with("url(")) return parse_colour(written);
    const auto found = parts.find(id_in(written));
    const Element* gradient = found == parts.end() ? nullptr : with_stops(found->second, parts);
    if (gradient != nullptr) return mean_of(*gradient, rules);
    const std::size_t close = written.find(')');
    return close == std::string_view::npos ? std::nullopt : parse_colour(written.substr(close + 1));
}

}  // namespace loopbaankaart::pen

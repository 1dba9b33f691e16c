#include "marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow::marks {

namespace {

// The top of an axis: 1, 2 or 5 times a power of ten.
double round_above(double value) {
    double step = 1;
    for (;; step *= 10)
        for (double part : {1.0, 2.0, 5.0})
            if (part * step >= value) return part * step;
}

}  // namespace

std::string colour(Colour colour) {
    constexpr std::string_view shapes[] = {
        R"(<circle cx="10" cy="10" r="7.5" class="fill"/>)",
        R"(<circle cx="10" cy="10" r="7.5"/><path d="M10 2.5a7.5 7.5 0 0 0 0 15z" class="fill"/>)",
        R"(<path d="M10 1.8 18.2 10 10 18.2 1.8 10z" class="fill"/>)",
        R"(<circle cx="10" cy="10" r="7.5" stroke-dasharray="3 3"/>)",
    };
    constexpr std::string_view classes[] = {"green", "amber", "red", "grey"};
    const auto at = static_cast<std::size_t>(colour);
    return fmt::format(R"(<svg class="mark {}" viewBox="0 0 20 20" aria-hidden="true">{}</svg>)", classes[at], shapes[at]);
}

std::string dots(std::size_t full, std::string_view label) {
    std::string svg = fmt::format(R"(<svg class="dots" viewBox="0 0 286 20" role="img" aria-label="{}">)", escaped(label));
    for (std::size_t at = 0; at < 20; ++at) svg += fmt::format(R"(<circle cx="{}" cy="8" r="5"{}/>)", 10 + 14 * at, at < full ? R"( class="fill")" : "");
    return svg + R"(<path d="M227 1v18" class="aim"/></svg>)";
}

std::string skill(const Estimate& skill, std::string_view label) {
    constexpr double furthest = 0.6, middle = 143, half = 130;
    const auto x = [&](double value) { return middle + half * std::clamp(value, -furthest, furthest) / furthest; };
    std::string svg = fmt::format(R"(<svg class="skill" viewBox="0 0 286 20" role="img" aria-label="{}"><path d="M{} 1v18" class="zero"/>)", escaped(label), middle);
    if (skill.low < skill.high) svg += fmt::format(R"(<path d="M{:.1f} 10H{:.1f}" class="bar"/>)", x(skill.low), x(skill.high));
    if (skill.low < -furthest) svg += R"(<path d="m16 5-6 5 6 5" class="bar"/>)";
    if (skill.high > furthest) svg += R"(<path d="m270 5 6 5-6 5" class="bar"/>)";
    return svg + fmt::format(R"(<circle cx="{:.1f}" cy="10" r="6" class="fill"/></svg>)", x(skill.value));
}

std::string years(std::span<const Year> years, std::string_view label) {
    double top = 1;
    for (const Year& one : years) top = std::max({top, static_cast<double>(one.high95), static_cast<double>(one.happened)});
    top = round_above(top * 1.05);
    constexpr double left = 44, right = 310, ground = 124, height = 110;
    const auto y = [&](double value) { return ground - height * value / top; };
    std::string svg = fmt::format(R"(<svg class="years" viewBox="0 0 320 150" role="img" aria-label="{}">)", escaped(label));
    for (double share : {0.0, 0.5, 1.0})
        svg += fmt::format(R"(<path d="M{} {:.1f}H{}" class="line"/><text x="{}" y="{:.1f}" class="end">{:g}</text>)", left, y(top * share), right, left - 6, y(top * share) + 4.5, top * share);
    const double step = (right - left) / static_cast<double>(years.size());
    const std::size_t every = years.size() > 6 ? 2 : 1;
    for (std::size_t at = 0; at < years.size(); ++at) {
        const Year& one = years[at];
        const double x = left + step * (static_cast<double>(at) + 0.5);
        svg += fmt::format(R"(<path d="M{0:.1f} {1:.1f}V{2:.1f}" class="thin"/><path d="M{0:.1f} {3:.1f}V{4:.1f}" class="thick"/>)", x, y(one.low95), y(one.high95), y(one.low80), y(one.high80) - 0.1);
        const double h = y(one.happened);
        const bool within = one.low95 <= one.happened && one.happened <= one.high95;
        svg += within ? fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="4.6" class="came"/>)", x, h)
                      : fmt::format(R"(<path d="M{0:.1f} {1:.1f}l6.5 6.5-6.5 6.5-6.5-6.5z" class="missed"/>)", x, h - 6.5);
        if (at % every == 0) svg += fmt::format(R"(<text x="{:.1f}" y="144" class="mid">{}</text>)", x, escaped(one.name));
    }
    return svg + "</svg>";
}

}  // namespace loopbaankaart::flow::marks

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

web::Attribute named(web::Literal names) { return {"class", names.view(), !names.view().empty()}; }
void path(web::Html& html, web::Literal names, std::string_view d) { html.element("path", {named(names), web::attr("d", d)}, ""); }
void disc(web::Html& html, web::Literal names, std::string_view x, std::string_view y, std::string_view radius) { html.element("circle", {named(names), web::attr("cx", x), web::attr("cy", y), web::attr("r", radius)}, ""); }
template <typename Content>
void drawing(web::Html& html, web::Literal names, std::string_view box, std::string_view label, const Content& content) {
    html.svg({web::cls(names), web::attr("viewbox", box), web::attr("role", "img"), web::attr("aria-label", label)}, content);  // a browser reads viewBox
}

}  // namespace

void colour(web::Html& html, Colour colour) {
    constexpr web::Literal classes[] = {"mark green", "mark amber", "mark red", "mark grey"};
    html.svg({web::cls(classes[static_cast<std::size_t>(colour)]), web::attr("viewbox", "0 0 20 20"), web::attr("aria-hidden", "true")}, [&] {
        switch (colour) {
            case Colour::green: return disc(html, "fill", "10", "10", "7.5");
            case Colour::amber: return disc(html, "", "10", "10", "7.5"), path(html, "fill", "M10 2.5a7.5 7.5 0 0 0 0 15z");
            case Colour::red: return path(html, "fill", "M10 1.8 18.2 10 10 18.2 1.8 10z");
            case Colour::grey: return disc(html, "dashed", "10", "10", "7.5");
        }
    });
}

void dots(web::Html& html, std::size_t full, std::string_view label) {
    drawing(html, "dots", "0 0 286 20", label, [&] {
        for (std::size_t at = 0; at < 20; ++at) disc(html, at < full ? web::Literal{"fill"} : web::Literal{""}, std::to_string(10 + 14 * at), "8", "5");
        path(html, "aim", "M227 1v18");
    });
}

void skill(web::Html& html, const Estimate& skill, std::string_view label) {
    constexpr double furthest = 0.6, middle = 143, half = 130;
    const auto x = [&](double value) { return middle + half * std::clamp(value, -furthest, furthest) / furthest; };
    drawing(html, "skill", "0 0 286 20", label, [&] {
        path(html, "zero", fmt::format("M{} 1v18", middle));
        if (skill.low < skill.high) path(html, "bar", fmt::format("M{:.1f} 10H{:.1f}", x(skill.low), x(skill.high)));
        if (skill.low < -furthest) path(html, "bar", "m16 5-6 5 6 5");
        if (skill.high > furthest) path(html, "bar", "m270 5 6 5-6 5");
        disc(html, "fill", fmt::format("{:.1f}", x(skill.value)), "10", "6");
    });
}

void years(web::Html& html, std::span<const Year> years, std::string_view label) {
    double top = 1;
    for (const Year& one : years) top = std::max({top, static_cast<double>(one.high95), static_cast<double>(one.happened)});
    top = round_above(top * 1.05);
    constexpr double left = 44, right = 310, ground = 124, height = 110;
    const auto y = [&](double value) { return ground - height * value / top; };
    const auto write = [&](web::Literal names, double x, double at, std::string_view words) { html.element("text", {web::cls(names), web::attr("x", fmt::format("{:.1f}", x)), web::attr("y", fmt::format("{:.1f}", at))}, words); };
    drawing(html, "years", "0 0 320 150", label, [&] {
        for (double share : {0.0, 0.5, 1.0}) path(html, "line", fmt::format("M{} {:.1f}H{}", left, y(top * share), right)), write("end", left - 6, y(top * share) + 4.5, fmt::format("{:g}", top * share));
        const double step = (right - left) / static_cast<double>(years.size());
        const std::size_t every = years.size() > 6 ? 2 : 1;
        for (std::size_t at = 0; at < years.size(); ++at) {
            const Year& one = years[at];
            const double x = left + step * (static_cast<double>(at) + 0.5), came = y(one.happened);
            path(html, "thin", fmt::format("M{:.1f} {:.1f}V{:.1f}", x, y(one.low95), y(one.high95)));
            path(html, "thick", fmt::format("M{:.1f} {:.1f}V{:.1f}", x, y(one.low80), y(one.high80) - 0.1));
            if (one.low95 <= one.happened && one.happened <= one.high95) disc(html, "came", fmt::format("{:.1f}", x), fmt::format("{:.1f}", came), "4.6");
            else path(html, "missed", fmt::format("M{:.1f} {:.1f}l6.5 6.5-6.5 6.5-6.5-6.5z", x, came - 6.5));
            if (at % every == 0) write("mid", x, 144, one.name);
        }
    });
}

}  // namespace loopbaankaart::flow::marks

#include "fan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "../through/flow_picture.hpp"
#include "ahead_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

constexpr double left = 54, right = 428, top = 32, ground = 248;

class Sheet {
public:
    Sheet(Html& html, const std::vector<FanYear>& years) : html_{html}, years_{years} {
        double least = 1e9;
        for (const FanYear& year : years) {
            if (year.was) see(near(*year.was).from, near(*year.was).until, least);
            for (const auto* one : {&year.forecast, &year.changed, &year.then})
                if (*one) see((*one)->low95, (*one)->high95, least);
        }
        const bool from_nought = least < highest_ / 2 || least > highest_;
        const double range = std::max(10.0, from_nought ? highest_ : highest_ - least);
        while (range / step_ > 4.5) step_ = next_step(step_);
        lowest_ = from_nought ? 0 : std::floor((least - range / 8) / step_) * step_;
        highest_ = std::ceil(std::max(highest_, lowest_ + step_) / step_) * step_;
    }

    void draw() {
        for (double line = lowest_; line <= highest_ + 1e-9; line += step_) {
            if (line > lowest_) path(ink_along({{left, y(line)}, {right, y(line)}}), {.stroke = "currentColor", .width = "1", .opacity = ".16"});
            text(left - 7, y(line) + 5.5, "end", fmt::format("{:.0f}", line));
        }
        path(ink_along({{left, top - 6}, {left, ground}, {right + 6, ground}}), {.stroke = "currentColor", .width = "1.6"});
        const std::size_t first = first_forecast();
        html_.element("g", {web::cls("model")}, [&] {
            band(first, &FanYear::forecast, &Outlook::low95, &Outlook::high95, ".2");
            band(first, &FanYear::forecast, &Outlook::low80, &Outlook::high80, ".4");
            middle(first, &FanYear::forecast, "");
        });
        html_.element("g", {web::cls("changed")}, [&] {
            edge(first, &FanYear::changed, &Outlook::low80), edge(first, &FanYear::changed, &Outlook::high80);
            middle(first, &FanYear::changed, "6 4");
        });
        for (std::size_t at = 0; at < years_.size(); ++at) {
            if (const auto& then = years_[at].then)
                html_.element("g", {web::cls("model")}, [&] { path(fmt::format("M{0:.1f} {1:.1f}V{2:.1f}M{3:.1f} {1:.1f}h10M{3:.1f} {2:.1f}h10", x(at), y(then->low80), y(then->high80), x(at) - 5), {.stroke = "currentColor", .width = "2"}); });
            if (years_[at].was) {
                const double roof = y(near(*years_[at].was).until), floor = std::max(roof + 3.4, y(near(*years_[at].was).from));
                html_.element("g", {web::cls("was")}, [&] { path(ink_along({{x(at) - 9, roof}, {x(at) + 9, roof}, {x(at) + 9, floor}, {x(at) - 9, floor}, {x(at) - 9, roof}}) + "Z", {.stroke = "var(--ink)", .width = "1.4", .fill = "currentColor"}); });
            }
            text(x(at), ground + 18 + (at % 2 == 1 && years_.size() > 6 ? 17 : 0), "middle", years_[at].label);
        }
        if (first == 0 || first >= years_.size()) return;
        const double now = (x(first - 1) + x(first)) / 2;
        path(ink_along({{now, top - 12}, {now, ground}}), {.stroke = "currentColor", .width = "1.2", .opacity = ".6", .dashes = "2 4"});
        text(now - 8, top - 8, "end", word::ahead_as_it_was.in(html_.language()));
        text(now + 8, top - 8, "start", word::ahead_as_it_may_go.in(html_.language()));
    }

private:
    struct Stroke {
        std::string_view stroke = "none", width = "0", opacity = "1", dashes = {}, fill = "none", fill_opacity = "1";
    };

    static double next_step(double step) {
        const double lead = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
        return step * (lead < 1.5 ? 2 : lead < 3 ? 2.5 : 2);
    }
    void see(double low, double high, double& least) { highest_ = std::max(highest_, high), least = std::min(least, low); }
    double x(std::size_t at) const { return left + 22 + (right - left - 44) * static_cast<double>(at) / std::max<double>(1, static_cast<double>(years_.size()) - 1); }
    double y(double value) const { return ground - (ground - top) * (value - lowest_) / (highest_ - lowest_); }

    std::size_t first_forecast() const {
        const auto found = std::find_if(years_.begin(), years_.end(), [](const FanYear& year) { return year.forecast.has_value(); });
        return static_cast<std::size_t>(found - years_.begin());
    }
    // What the fan begins with: the last year that was, in its middle.
    std::optional<double> root(std::size_t first) const { return first > 0 && years_[first - 1].was ? std::optional{static_cast<double>(*years_[first - 1].was)} : std::nullopt; }

    using Which = std::optional<Outlook> FanYear::*;
    using Limit = std::uint32_t Outlook::*;

    std::string along(std::size_t first, Which which, Limit limit, bool back) const {
        std::vector<Inked> points;
        if (const auto begin = root(first)) points.push_back({x(first - 1), y(*begin)});
        for (std::size_t at = first; at < years_.size(); ++at)
            if (years_[at].*which && (limit != &Outlook::median || (*(years_[at].*which)).median > 0)) points.push_back({x(at), y((*(years_[at].*which)).*limit)});  // a median below ten is not told
        if (back) std::reverse(points.begin(), points.end());
        return ink_along(points, back);
    }
    bool any(Which which) const { return std::any_of(years_.begin(), years_.end(), [&](const FanYear& year) { return (year.*which).has_value(); }); }

    void path(const std::string& d, const Stroke& look) {
        html_.element("path", {web::attr("d", d), web::attr("fill", look.fill), web::attr("fill-opacity", look.fill_opacity), web::attr("stroke", look.stroke), web::attr("stroke-width", look.width), web::attr("stroke-opacity", look.opacity),
                               web::attr("stroke-dasharray", look.dashes, !look.dashes.empty()), web::attr("stroke-linejoin", "round")}, "");
    }
    void band(std::size_t first, Which which, Limit low, Limit high, std::string_view cover) {
        if (any(which)) path(along(first, which, low, false) + along(first, which, high, true) + "Z", {.fill = "currentColor", .fill_opacity = cover});
    }
    void edge(std::size_t first, Which which, Limit limit) {
        if (any(which)) path(along(first, which, limit, false), {.stroke = "currentColor", .width = "1.6", .dashes = "2 4"});
    }
    void middle(std::size_t first, Which which, std::string_view dashes) {
        if (!any(which)) return;
        path(along(first, which, &Outlook::median, false), {.stroke = "currentColor", .width = "2.6", .dashes = dashes});
        for (std::size_t at = first; at < years_.size(); ++at) {
            if (!(years_[at].*which) || (*(years_[at].*which)).median == 0) continue;
            const std::string px = fmt::format("{:.1f}", x(at)), py = fmt::format("{:.1f}", y((*(years_[at].*which)).median));
            html_.element("circle", {web::attr("cx", px), web::attr("cy", py), web::attr("r", "4"), web::attr("fill", "var(--paper)"), web::attr("stroke", "currentColor"), web::attr("stroke-width", "2")}, "");
        }
    }
    void text(double at_x, double at_y, std::string_view anchor, std::string_view said) {
        const std::string px = fmt::format("{:.1f}", at_x), py = fmt::format("{:.1f}", at_y);
        html_.element("text", {web::attr("x", px), web::attr("y", py), web::attr("text-anchor", anchor), web::attr("fill", "currentColor")}, said);
    }

    Html& html_;
    const std::vector<FanYear>& years_;
    double lowest_ = 0, highest_ = 0, step_ = 5;
};

}  // namespace

void fan(Html& html, const std::vector<FanYear>& years, std::string_view alt) {
    html.svg({web::cls("fan"), web::attr("viewbox", "0 0 440 290"), web::attr("role", "img"), web::attr("aria-label", alt)}, [&] { Sheet{html, years}.draw(); });
}

void gate_mark(Html& html, Colour colour) {
    const auto shape = [&](web::Literal looks, std::string_view dashes, std::string_view d, std::string_view full) {
        html.svg({web::cls(looks), web::attr("viewbox", "0 0 20 20"), web::attr("width", "20"), web::attr("height", "20"), web::attr("aria-hidden", "true"), web::attr("focusable", "false")}, [&] {
            html.element("path", {web::attr("d", full), web::attr("fill", "currentColor")}, "");
            html.element("path", {web::attr("d", d), web::attr("fill", "none"), web::attr("stroke", "currentColor"), web::attr("stroke-width", "2"), web::attr("stroke-dasharray", dashes, !dashes.empty())}, "");
        });
    };
    constexpr std::string_view ring = "M10 2.5a7.5 7.5 0 1 0 .01 0Z", half = "M10 2.5a7.5 7.5 0 0 0 0 15Z", diamond = "M10 1.8 18.2 10 10 18.2 1.8 10Z";
    switch (colour) {
        case Colour::green: return shape("gate green", "", ring, ring);
        case Colour::amber: return shape("gate amber", "", ring, half);
        case Colour::red: return shape("gate red", "", diamond, diamond);
        case Colour::grey: return shape("gate", "3 3", ring, "");
    }
}

}  // namespace loopbaankaart::flow

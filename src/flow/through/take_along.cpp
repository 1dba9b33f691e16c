#include "take_along.hpp"

#include <fmt/format.h>
#include <workshop/workshop.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr double pixels_across = 1600, most_pixels_high = 2400;

double number_behind(std::string_view svg, std::string_view name) {
    const std::size_t at = svg.find(name);
    double number = 0;
    if (at != svg.npos) std::from_chars(svg.data() + at + name.size(), svg.data() + svg.size(), number);
    return number;
}

}  // namespace

void link_to_view(web::Html& html, const access::Visit& visit, const web::Url& view) {
    const std::string address = visit.site.address + std::string{view.text()};
    html.div({web::cls("field")}, [&] {
        html.label({web::attr("for", "link")}, word::link_to_this);
        html.p({web::cls("hint"), web::attr("id", "link-hint")}, word::link_plainly);
        html.input({web::attr("id", "link"), web::attr("type", "text"), web::attr("readonly", ""), web::attr("aria-describedby", "link-hint"), web::attr("value", address)});
        html.button({web::cls("secondary"), web::attr("type", "button"), web::attr("hidden", ""), web::attr("data-copied", word::link_copied.in(html.language()))}, word::link_copy);
    });
}

web::Answer png_of(const access::Visit& visit, std::string svg, std::string_view file) {
    return web::Slow{[&visit, svg = std::move(svg), file = std::string{file}]() -> web::Answer {
        const double width = number_behind(svg, " width=\""), height = number_behind(svg, " height=\"");
        const double high = std::clamp(std::round(pixels_across * height / std::max(1.0, width)), 1.0, most_pixels_high);
        auto png = workshop::drawn_by_media(svg, {"pixels", fmt::format("{:.0f}", pixels_across), fmt::format("{:.0f}", high), "150"});
        if (!png) return web::error_page(visit.request, 503);
        web::Reply reply{.type = "image/png", .body = std::move(*png)};
        reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", fmt::format("attachment; filename=\"{}.png\"", file)}};
        return reply;
    }};
}

}  // namespace loopbaankaart::flow

#include "take_along.hpp"

#include <fmt/format.h>

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

web::Answer png_of(const access::Visit& visit, const MakesPng& png, std::string svg, std::string_view file) {
    return web::Slow{[&visit, png, svg = std::move(svg), file = std::string{file}]() -> web::Answer {
        const double width = number_behind(svg, " width=\""), height = number_behind(svg, " height=\"");
        const double high = std::clamp(std::round(pixels_across * height / std::max(1.0, width)), 1.0, most_pixels_high);
        auto made = png ? png(svg, static_cast<int>(pixels_across), static_cast<int>(high)) : base::Result<std::string>{std::string{}};
        if (!made || made->empty()) return web::error_page(visit.request, 503);
        web::Reply reply{.type = "image/png", .body = std::move(*made)};
        reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", fmt::format("attachment; filename=\"{}.png\"", file)}};
        return reply;
    }};
}

}  // namespace loopbaankaart::flow

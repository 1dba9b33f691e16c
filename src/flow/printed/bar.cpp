#include "bar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace loopbaankaart::flow {

namespace {

std::string of_width(double share) { return fmt::format("{:.2f}%", 100 * share); }

}  // namespace

void bar(web::Html& html, web::Literal kind, const Bar& shown) {
    html.svg({web::cls(kind), web::attr("aria-hidden", "true"), web::attr("focusable", "false"), web::attr("width", "100%"), web::attr("height", "14")}, [&] {
        const auto piece = [&](web::Literal look, double from, double until, std::string_view y, std::string_view height) {
            const std::string x = of_width(from), width = of_width(until - from);
            html.element("rect", {web::cls(look), web::attr("x", x), web::attr("y", y), web::attr("width", width), web::attr("height", height), web::attr("rx", "2")}, "");
        };
        piece("all", 0, 1, "0", "14");
        piece("some", 0, std::clamp(shown.share, 0.0, 1.0), "0", "14");
        if (shown.low >= 0) piece("sure", shown.low, shown.high, "6", "2");
    });
}

std::string percent(double of_hundred, base::Language language, int decimals) {
    std::string text = fmt::format("{:.{}f}%", of_hundred, decimals);
    if (language == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string in_thousands(double number, base::Language language) {
    std::string digits = fmt::format("{:.0f}", number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, language == base::Language::nl ? "." : ",");
    return digits;
}

}  // namespace loopbaankaart::flow

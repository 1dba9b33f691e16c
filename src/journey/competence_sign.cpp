#include "competence_sign.hpp"

#include <fmt/format.h>

#include <array>

namespace loopbaankaart::journey {

namespace {

// What stands between the tags of one symbol on the sheet of them all; empty for none.
std::string_view on_the_sheet(std::string_view name) {
    const std::string_view sheet = web::asset("symbols.svg").plain;
    const std::size_t begins = sheet.find(fmt::format("<symbol id=\"{}\"", name));
    if (begins == std::string_view::npos) return {};
    const std::size_t from = sheet.find('>', begins) + 1;
    return sheet.substr(from, sheet.find("</symbol>", from) - from);
}

void put_for(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
}

}  // namespace

web::Literal sign_of(Competence competence) {
    static constexpr std::array<web::Literal, 5> signs{"ster", "hart", "wereld", "kompas", "mensen"};
    return signs.at(static_cast<std::size_t>(competence));
}

std::string symbol_strokes(std::string_view symbol, std::string_view ink, std::string_view wash) {
    std::string drawing{on_the_sheet(symbol)};
    put_for(drawing, "var(--wash,none)", wash);
    put_for(drawing, "var(--needle,currentColor)", ink);
    return fmt::format(R"(<g fill="none" stroke="{}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{}</g>)", ink, drawing);
}

std::string drawn_sign(Competence competence, std::string_view ink, std::string_view wash) {
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{}</svg>)", symbol_strokes(sign_of(competence).view(), ink, wash));
}

}  // namespace loopbaankaart::journey

#include "hunch_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "../through/steps.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

using web::Html;

std::string title_of(const access::Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }
web::Url page_of_judged(const base::Id& group) { return web::path("/stroom/oordeel/groep", group.view()); }
web::Url page_of_asked(const base::Id& group) { return web::path("/stroom/oordeel/vragen", group.view()); }
web::Url page_of_team(const base::Id& team) { return web::path("/stroom/oordeel/team", team.view()); }

std::string name_of_team(storage::Reads& reads, const base::Id& team) {
    for (const access::Team& one : access::teams_by_name(reads))
        if (one.id == team) return one.name;
    return {};
}

std::optional<base::Id> group_asked(const access::Visit& visit) { return base::Id::parse(visit.request.parameter("group")); }

std::optional<std::int64_t> whole_number(std::string_view typed) {
    std::int64_t number = 0;
    const auto [end, wrong] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return wrong == std::errc{} && end == typed.data() + typed.size() ? std::optional{number} : std::nullopt;
}

std::string of_ten_in_words(double of_ten, base::Language language) {
    std::string text = fmt::format("{:.1f}", of_ten);
    if (language == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string students_and_year(const JudgedGroup& group, base::Language language) {
    return base::say(word::hunch_students, language, {{"count", std::to_string(group.students)}}) + " · " + base::say(word::hunch_known_in, language, {{"year", school_year(group.cohort)}});
}

// Each stands a little otherwise, as if drawn one by one.
void ten_figures(Html& html, int filled) {
    html.svg({web::cls("ten-figures"), web::attr("viewbox", "0 0 252 34"), web::attr("aria-hidden", "true"), web::attr("focusable", "false")}, [&] {
        constexpr std::array<double, 5> leans{-1.4, 0.9, -0.5, 1.6, -1.0}, drops{0.4, 0, 0.9, 0.2, 0.7};
        for (std::size_t at = 0; at < most_of_ten; ++at) {
            const std::string stands = fmt::format("translate({:.1f} {:.1f}) rotate({:.1f} 12 17)", 1 + 25.0 * static_cast<double>(at), drops[at % drops.size()], leans[(at + at / 5) % leans.size()]);
            html.element("path", {static_cast<int>(at) < filled ? web::cls("filled") : web::cls("empty"), web::attr("transform", stands),
                                  web::attr("d", "M12 2.4c3.1-.2 5.3 2 5.2 4.9-.1 2.7-2.2 5.1-5.1 5.1S6.9 10.3 6.8 7.5 8.9 2.6 12 2.4Z"
                                                      "M3.2 31.5c-.3-8 2.3-15.8 8.7-15.9 6.5-.1 9.3 7.6 9 15.7-5.5.8-12.1.9-17.7.2Z")}, "");
        }
    });
}

void thanks(Html& html, std::uint64_t said) {
    html.p({web::cls("thanks")}, [&] {
        web::symbol(html, "hart");
        html.text(base::say(word::asked_thanks, html.language(), {{"count", std::to_string(said)}}));
    });
}

}  // namespace loopbaankaart::flow

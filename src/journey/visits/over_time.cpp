// Walking through the years.
#include "../pages.hpp"
#include "chapters.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void year_link(Html& html, const web::Url& to, std::string_view name, bool chosen) {
    html.li({}, [&] { html.a({web::href(to), web::attr("aria-current", "true", chosen)}, name); });
}

void in_this_year(Html& html, const OverTime& shown) {
    const base::Language language = html.language();
    std::vector<PlaceVisit> visits = shown.visits;
    std::erase_if(visits, [&](const PlaceVisit& each) { return year_begun(each, shown.visit.site.time_zone) != shown.year; });
    html.h2({}, base::say(word::journey_in, language, {{"year", std::to_string(*shown.year)}}));
    if (visits.empty()) return;
    html.ul({web::cls("stays")}, [&] {
        for (const PlaceVisit& each : visits)
            html.li({}, [&] { visit_line(html, shown.atlas, each, when_in_words(each, language, shown.visit.site.time_zone)); });
    });
}

}  // namespace

void years_to_choose(Html& html, const OverTime& shown, const atlas::YearAddress& address) {
    const std::string& zone = shown.visit.site.time_zone;
    const int this_year = static_cast<int>(base::day_of(shown.visit.site.now(), zone).year());
    std::set<int> years = years_begun(shown.visits, zone);
    if (shown.year) years.insert(*shown.year);
    years.erase(years.lower_bound(this_year), years.end());
    if (years.empty()) return;
    html.nav({web::attr("aria-label", word::through_the_years.in(html.language()))}, [&] {
        html.ul({web::cls("legend years")}, [&] {
            for (const int year : years) year_link(html, address(year), std::to_string(year), shown.year == year);
            year_link(html, address({}), word::now.in(html.language()), !shown.year);
        });
    });
}

void walk_the_years(Html& html, const OverTime& shown, const atlas::YearAddress& address) {
    const web::Url list = shown.year ? web::path("/reis").with("tot", std::to_string(*shown.year)) : web::path("/reis");
    html.div({web::cls("over-time")}, [&] {
        html.a({web::href(list)}, [&] {
            web::symbol(html, "voetstappen");
            html.text(word::journey);
        });
        years_to_choose(html, shown, address);
    });
    if (shown.year) in_this_year(html, shown);
}

}  // namespace loopbaankaart::journey

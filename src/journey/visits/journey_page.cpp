// GET /reis: the journey as a list. ?tot=2025: up to the end of that year.
#include "../pages.hpp"
#include "chapters.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<int> year_asked(const access::Visit& visit) {
    const auto year = base::whole_number(visit.request.query["tot"]);
    if (!year || *year < 0 || *year > 9999) return std::nullopt;
    return static_cast<int>(*year);
}

class JourneyWriter {
public:
    JourneyWriter(Html& html, const access::Visit& visit, const atlas::Atlas& atlas) : html_{html}, visit_{visit}, atlas_{atlas} {}

    void chapter(const Chapter& one) {
        const std::string heading = title_of(one);
        html_.section({}, [&] {
            html_.h2({}, heading);
            for (const Passage& each : one.passages) {
                if (each.season) html_.h3({}, name_of(*each.season, visit_.language()));
                html_.ul({web::cls("lines")}, [&] {
                    for (const PlaceVisit& one_visit : each.visits) line(one_visit);
                });
            }
        });
    }

private:
    std::string title_of(const Chapter& one) const {
        if (one.kind == Precision::year) return std::to_string(one.year);
        return std::string{(one.kind == Precision::before ? word::when_longer_ago : word::when_forgotten).in(visit_.language())};
    }

    void line(const PlaceVisit& one) {
        const PlaceName name = name_of(atlas_, one.place, one.place_name, visit_.language());
        html_.li({}, [&] {
            html_.span({}, [&] {
                place_name(html_, one.place, name);
                html_.br();
                html_.span({web::cls("when")}, when_in_words(one, visit_.language(), visit_.site.time_zone));
            });
            if (!one.until) still_here(one);
            html_.a({web::href(web::path("/reis", one.id.view(), "weg"))}, [&] {
                html_.text(word::take_away);
                html_.span({web::cls("spoken")}, ": " + name.text);
            });
        });
    }

    void still_here(const PlaceVisit& one) {
        web::form(html_, web::path("/kaart", one.place, "verder"), visit_.form_token, [&] { web::quiet_button(html_, word::go_on); });
    }

    Html& html_;
    const access::Visit& visit_;
    const atlas::Atlas& atlas_;
};

void empty_journey(Html& html) {
    web::empty_place(html, "verdwaald", word::journey_empty, [&] {
        web::actions(html, [&] { web::primary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
    });
}

}  // namespace

void place_name(Html& html, std::string_view place, const PlaceName& name) {
    if (!name.on_map) return html.span({web::lang(name.language)}, name.text);
    html.a({web::href(place_page(place)), web::lang(name.language)}, name.text);
}

web::Answer show_journey(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::optional<int> year = year_asked(visit);
    std::vector<PlaceVisit> visits;
    visit.school().read([&](storage::Reads& reads) { visits = visits_of(reads, visit.who()); });
    std::erase_if(visits, [&](const PlaceVisit& each) { return year && !had_begun(each, *year, visit.site.time_zone); });

    const auto atlas = atlases.of(visit.site);
    const std::string title = year ? base::say(word::journey_until, visit.language(), {{"year", std::to_string(*year)}}) : title_of(visit, word::journey);
    const std::string notice = visit.request.query["gedaan"] == "weg" ? title_of(visit, word::visit_removed) : std::string{};
    return visit.page(title, [&](Html& html) {
        web::back_link(html, year ? web::path("/kaart").with("tot", std::to_string(*year)) : web::path("/kaart"), word::to_the_map);
        html.h1({}, title);
        if (visits.empty()) return empty_journey(html);
        html.p({web::cls("small")}, word::only_you);
        JourneyWriter writer{html, visit, *atlas};
        for (const Chapter& each : chapters(visits, visit.site.time_zone)) writer.chapter(each);
    }, 200, notice);
}

}  // namespace loopbaankaart::journey

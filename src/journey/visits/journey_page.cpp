// GET /reis: the journey as a list, by year and season. ?tot=2025: up to the end of that year; ?alles=ja: all of that at once.
#include <algorithm>

#include "../asked_softly.hpp"
#include "../pages.hpp"
#include "chapters.hpp"
#include "visits_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

std::optional<int> year_asked(const access::Visit& visit) {
    const auto year = base::whole_number(visit.request.query["tot"]);
    if (!year || *year < 0 || *year > 9999) return std::nullopt;
    return static_cast<int>(*year);
}

constexpr std::size_t in_a_season = 8;   // moments; the newest, unless all were asked for
constexpr std::size_t on_a_page = 24;    // lines; years are not broken off

// The journey up to a year; or all of it at once.
struct Asked {
    std::optional<int> year;
    bool everything = false;

    web::Url address() const { return year ? web::path("/reis").with("tot", std::to_string(*year)) : web::path("/reis"); }
};

// How many chapters stand on a page; the first always does.
std::size_t chapters_on_a_page(const std::vector<Chapter>& chapters) {
    std::size_t lines = 0, shown = 0;
    for (const Chapter& each : chapters) {
        if (lines >= on_a_page) break;
        for (const Passage& passage : each.passages) lines += passage.visits.size() + std::min(passage.moments.size(), in_a_season);
        ++shown;
    }
    return shown;
}

class JourneyWriter {
public:
    JourneyWriter(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Asked& asked) : html_{html}, visit_{visit}, atlas_{atlas}, asked_{asked} {}

    void all(const std::vector<Chapter>& chapters) {
        const std::size_t shown = asked_.everything ? chapters.size() : chapters_on_a_page(chapters);
        for (std::size_t at = 0; at < shown; ++at) chapter(chapters[at]);
        if (shown == chapters.size()) return;
        const Chapter& next = chapters[shown];
        const web::Url back = next.kind == Precision::year ? Asked{next.year}.address() : asked_.address().with("alles", "ja");
        web::actions(html_, [&] { web::secondary_link(html_, back, word::earlier_on_journey, "pijl"); });
    }

private:
    void chapter(const Chapter& one) {
        const std::string heading = title_of(one);
        html_.section({web::cls("group")}, [&] {
            html_.h2({}, heading);
            for (const Passage& each : one.passages) {
                if (each.season) html_.h3({}, name_of(*each.season, visit_.language()));
                if (!each.visits.empty()) html_.ul({web::cls("stays")}, [&] {
                    for (const PlaceVisit& one_visit : each.visits) line(one_visit, heading);
                });
                if (!each.moments.empty()) moments(each.moments);
            }
        });
    }

    void moments(const std::vector<Moment>& all) {
        const std::size_t shown = asked_.everything ? all.size() : std::min(all.size(), in_a_season);
        html_.ul({web::cls("moments")}, [&] {
            for (std::size_t at = 0; at < shown; ++at) html_.li({}, [&] { moment_line(html_, visit_, all[at]); });
        });
        if (shown < all.size()) html_.p({web::cls("small")}, [&] { html_.a({web::href(asked_.address().with("alles", "ja"))}, word::show_everything); });
    }

    std::string title_of(const Chapter& one) const {
        if (one.kind == Precision::year) return std::to_string(one.year);
        return std::string{(one.kind == Precision::before ? word::when_longer_ago : word::when_forgotten).in(visit_.language())};
    }

    // What its heading says is not said again.
    std::string when(const PlaceVisit& one, const std::string& heading) const {
        const std::string said = when_in_words(one, visit_.language(), visit_.site.time_zone);
        return said == heading || one.said == Precision::unknown ? std::string{} : said;
    }

    void line(const PlaceVisit& one, const std::string& heading) {
        html_.li({}, [&] {
            visit_line(html_, atlas_, one, when(one, heading));
            html_.div({web::cls("to-do")}, [&] {
                if (!one.until && !visit_.who().left()) still_here(one);
                take_away(one);
            });
        });
    }

    void take_away(const PlaceVisit& one) {
        html_.a({web::href(web::path("/reis", one.id.view(), "weg"))}, [&] {
            html_.text(word::take_away);
            html_.span({web::cls("spoken")}, ": " + name_of(atlas_, one.place, one.place_name, visit_.language()).text);
        });
    }

    void still_here(const PlaceVisit& one) {
        web::form(html_, web::path("/kaart", one.place, "verder"), visit_.form_token, [&] { web::quiet_button(html_, word::go_on); });
    }

    Html& html_;
    const access::Visit& visit_;
    const atlas::Atlas& atlas_;
    const Asked& asked_;
};

void empty_journey(Html& html) {
    web::empty_place(html, "verdwaald", word::journey_empty, [&] {
        web::actions(html, [&] { web::primary_link(html, web::path("/kaart"), word::to_the_map, "kaart"); });
    });
}

web::Url journey_until(std::optional<int> year) { return Asked{year}.address(); }

}  // namespace

web::Answer show_journey(const atlas::Atlases& atlases, const access::Visit& visit) {
    const std::optional<int> year = year_asked(visit);
    std::vector<PlaceVisit> all;
    std::vector<Moment> moments;
    visit.school().read([&](storage::Reads& reads) {
        all = visits_of(reads, visit.who());
        moments = moments_of(parts(), {.reads = reads, .vault = visit.school().vault(), .viewer = visit.who(), .language = visit.language(), .time_zone = visit.site.time_zone,
                                       .before = end_of_year(year, visit.site.time_zone), .opened = most_opened, .most = most_listed});
    });
    const bool nothing_yet = all.empty() && moments.empty();
    std::vector<PlaceVisit> visits = all;
    std::erase_if(visits, [&](const PlaceVisit& each) { return year && !had_begun(each, *year, visit.site.time_zone); });

    const auto atlas = atlases.of(visit.site);
    const std::string title = year ? base::say(word::journey_until, visit.language(), {{"year", std::to_string(*year)}}) : title_of(visit, word::journey);
    const std::string notice = visit.request.query["gedaan"] == "weg" ? title_of(visit, word::visit_removed) : std::string{};
    return visit.page(title, [&](Html& html) {
        web::back_link(html, year ? web::path("/kaart").with("tot", std::to_string(*year)) : web::path("/kaart"), word::to_the_map);
        html.h1({}, title);
        if (!year) asked_softly(html, visit);
        if (nothing_yet) return empty_journey(html);
        years_to_choose(html, {visit, *atlas, all, year}, journey_until);
        html.p({}, [&] { html.a({web::href(web::path("/blog"))}, word::journey_in_photos); });
        html.p({web::cls("small")}, word::only_you);
        const Asked asked{year, visit.request.query["alles"] == "ja"};
        const auto fills_a_page = [&](const std::vector<Chapter>& so_far) { return !asked.everything && chapters_on_a_page(so_far) < so_far.size(); };
        JourneyWriter{html, visit, *atlas, asked}.all(chapters(visits, visit.site.time_zone, std::move(moments), fills_a_page));
    }, 200, notice);
}

}  // namespace loopbaankaart::journey

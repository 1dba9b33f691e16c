// What the map shows of its viewer.
#include "pages.hpp"

namespace loopbaankaart::journey {

namespace {

class Journey final : public atlas::Traveller {
public:
    std::vector<atlas::Stay> stays(const access::Visit& visit, std::optional<int> year) const override {
        std::vector<atlas::Stay> stays;
        for (const PlaceVisit& each : own_visits(visit)) {
            if (year && !had_begun(each, *year, visit.site.time_zone)) continue;
            stays.push_back({.place = each.place, .here = !each.until, .dated = each.said != Precision::unknown, .place_name = each.place_name, .spot = each.spot});
        }
        return stays;
    }

    void over_time(web::Html& html, const access::Visit& visit, const atlas::Atlas& atlas, std::optional<int> year, const atlas::YearAddress& address) const override {
        const std::vector<PlaceVisit> visits = own_visits(visit);
        if (!visits.empty()) walk_the_years(html, {visit, atlas, visits, year}, address);
    }

    void at_place(web::Html& html, const access::Visit& visit, const atlas::Place& place) const override {
        html.section({web::cls("card at-place"), web::id("jij-hier")}, [&] {
            if (!visit.viewer) return invite_in(html, place.id);
            if (!visit.viewer->content_open) return html.p({}, word::content_closed);
            own_at_place(html, visit, place);
        });
    }

private:
    static std::vector<PlaceVisit> own_visits(const access::Visit& visit) {
        std::vector<PlaceVisit> visits;
        if (!visit.viewer || !visit.viewer->content_open) return visits;
        visit.school().read([&](storage::Reads& reads) { visits = visits_of(reads, visit.who()); });
        return visits;
    }

    static void invite_in(web::Html& html, std::string_view place) {
        html.p({}, word::sign_in_to_keep);
        web::actions(html, [&] { web::secondary_link(html, web::path("/inloggen").with("naar", place_page(place).text()), word::sign_in, "mens"); });
    }
};

}  // namespace

const atlas::Traveller& traveller() {
    static const Journey journey;
    return journey;
}

}  // namespace loopbaankaart::journey

// What the map shows of its viewer.
#include <algorithm>

#include "moments/moments.hpp"
#include "pages.hpp"

namespace loopbaankaart::journey {

namespace {

class Journey final : public atlas::Journey {
public:
    Journey(const access::Visit& visit, const atlas::Atlas& atlas, std::optional<int> year) : visit_{visit}, atlas_{atlas}, year_{year} {
        visit.school().read([&](storage::Reads& reads) {
            visits_ = brief_visits_of(reads, visit.who());
            if (year || any_gone()) visits_ = visits_of(reads, visit.who());
        });
        stays_.reserve(visits_.size());
        for (const PlaceVisit& each : visits_)
            if (!year || had_begun(each, *year, visit.site.time_zone)) stays_.push_back(stay(each));
    }

    const std::vector<atlas::Stay>& stays() const override { return stays_; }

    std::vector<atlas::TrailMark> marks(atlas::MarkWords words) const override {
        std::vector<Moment> moments;
        const bool said = words == atlas::MarkWords::said;
        visit_.school().read([&](storage::Reads& reads) {
            moments = moments_of(parts(), {.reads = reads, .vault = visit_.school().vault(), .viewer = visit_.who(), .language = visit_.language(), .time_zone = visit_.site.time_zone,
                                           .before = end_of_year(year_, visit_.site.time_zone),
                                           .opened = said ? most_opened_on_map : std::size_t{0}, .most = most_on_map});
        });
        return marks_of(moments, visits_, [&](const Moment& moment) {
            if (!said) return std::string{};
            return moment.words.empty() ? base::day_in_words(moment.at, visit_.language(), visit_.site.time_zone) : moment.words;
        });
    }

    void over_time(web::Html& html, const atlas::YearAddress& address) const override {
        if (!visits_.empty()) walk_the_years(html, {visit_, atlas_, visits_, year_}, address);
    }

private:
    bool any_gone() const {
        return std::ranges::any_of(visits_, [&](const PlaceVisit& each) { return atlas_.find(each.place) == nullptr; });
    }

    static atlas::Stay stay(const PlaceVisit& of) {
        return {.place = of.place, .here = !of.until, .dated = of.said != Precision::unknown, .place_name = of.place_name, .spot = of.spot};
    }

    const access::Visit& visit_;
    const atlas::Atlas& atlas_;
    std::optional<int> year_;
    std::vector<PlaceVisit> visits_;  // all, oldest first
    std::vector<atlas::Stay> stays_;
};

class MapTraveller final : public atlas::Traveller {
public:
    std::shared_ptr<const atlas::Journey> journey(const access::Visit& visit, const atlas::Atlas& atlas, std::optional<int> year) const override {
        if (!visit.viewer || !visit.viewer->content_open) return nullptr;
        return std::make_shared<Journey>(visit, atlas, year);
    }

    void at_place(web::Html& html, const access::Visit& visit, const atlas::Place& place) const override {
        html.section({web::cls("card at-place"), web::id("jij-hier")}, [&] {
            if (!visit.viewer) return invite_in(html, place.id);
            if (!visit.viewer->content_open) return html.p({}, word::content_closed);
            own_at_place(html, visit, place);
        });
    }

private:
    static void invite_in(web::Html& html, std::string_view place) {
        html.p({}, word::sign_in_to_keep);
        web::actions(html, [&] { web::secondary_link(html, web::path("/inloggen").with("naar", place_page(place).text()), word::sign_in, "mens"); });
    }
};

}  // namespace

const atlas::Traveller& traveller() {
    static const MapTraveller traveller;
    return traveller;
}

}  // namespace loopbaankaart::journey

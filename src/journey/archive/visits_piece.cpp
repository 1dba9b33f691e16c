// gegevens/bezoeken-1.json: where the traveller is and was.
#include <journey/words.hpp>

#include "../pages.hpp"
#include "../visits/chapters.hpp"
#include "piece.hpp"

namespace loopbaankaart::journey {

namespace {

Json object_of(const PlaceVisit& visit) {
    Json object{{"id", visit.id.view()}, {"place", visit.place}, {"place_name", visit.place_name}, {"from", base::iso(visit.since)}};
    if (visit.until) object["until"] = base::iso(*visit.until);
    object["said"] = code(visit.said);
    if (visit.spot) object["spot"] = {visit.spot->x, visit.spot->y};
    return object;
}

void write_visits(PieceWriter& out, const Reading& reading) {
    for (const PlaceVisit& visit : visits_of(reading.reads, reading.owner)) out.object(object_of(visit));
}

void years_of_visits(std::set<std::optional<int>>& found, const Reading& reading) {
    for (const PlaceVisit& visit : visits_of(reading.reads, reading.owner)) found.insert(year_begun(visit, reading.time_zone));
}

void show_visits(std::vector<Shown>& shown, const Reading& reading, Parcel&, std::optional<int> year) {
    for (const PlaceVisit& visit : visits_of(reading.reads, reading.owner)) {
        if (year_begun(visit, reading.time_zone) != year) continue;
        const PlaceName name = name_of(reading.atlas, visit.place, visit.place_name, reading.language);
        const std::string when = when_in_words(visit, reading.language, reading.time_zone);
        shown.push_back({visit.since, [name, when](web::Html& html) {
            html.section({web::cls("visit")}, [&] {
                html.h2({web::lang(name.language)}, name.text);
                html.p({web::cls("when")}, when);
            });
        }});
    }
}

}  // namespace

const Piece visits_piece{.name = "bezoeken", .write = write_visits, .years = years_of_visits, .show = show_visits, .unpack = unpack_visit};

}  // namespace loopbaankaart::journey

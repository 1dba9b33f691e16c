#include "wanted.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

template <typename Marks, typename Mark>
std::string_view code_in(const Marks& marks, Mark wanted) {
    for (const auto& each : marks)
        if (each.mark == wanted) return each.code.view();
    return {};
}

bool of_year(const KeptThing& thing, int year, std::string_view time_zone) {
    if (!thing.happened || thing.happened->precision == Precision::unknown || thing.happened->precision == Precision::before)
        return static_cast<int>(base::day_of(thing.kept_at, time_zone).year()) == year;
    const auto new_year = [&](int which) { return base::start_of(std::chrono::year{which} / 1 / 1, time_zone); };
    const base::Instant begin = new_year(year), end = new_year(year + 1);
    return thing.happened->from < end && thing.happened->until > begin;
}

bool says(const KeptThing& thing, std::string_view wanted, std::string_view place_name) {
    std::string all = thing.words + "\n" + std::string{place_name} + "\n" + thing.place_name;
    for (const KeptPart& part : thing.parts) all += "\n" + part.description;
    return base::finds(wanted, all);
}

}  // namespace

web::Url Wanted::address() const {
    web::Url url = web::path("/rugzak");
    if (!words.empty()) url = std::move(url).with("zoek", words);
    if (!place.empty()) url = std::move(url).with("plek", place);
    if (year) url = std::move(url).with("jaar", std::to_string(*year));
    if (kind) url = std::move(url).with("soort", code_in(thing_kinds, *kind));
    if (shows) url = std::move(url).with("toont", code_in(competences, *shows));
    return url;
}

Wanted wanted_in(const web::Fields& query) {
    Wanted wanted{.words = base::tidy(query["zoek"]), .place = std::string{query["plek"]}, .year = {}, .kind = thing_kind(query["soort"]), .shows = competence(query["toont"])};
    const auto year = base::whole_number(query["jaar"]);
    if (year && *year >= first_year && *year < 9999) wanted.year = static_cast<int>(*year);
    return wanted;
}

bool fits(const KeptThing& thing, const Wanted& wanted, std::string_view place_name, std::string_view time_zone) {
    if (wanted.kind && thing.marks.kind != wanted.kind) return false;
    if (wanted.shows && !thing.marks.has(*wanted.shows)) return false;
    if (!wanted.place.empty() && thing.place != wanted.place) return false;
    if (wanted.year && !of_year(thing, *wanted.year, time_zone)) return false;
    return wanted.words.empty() || says(thing, wanted.words, place_name);
}

}  // namespace loopbaankaart::journey

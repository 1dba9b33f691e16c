#include <limits>

#include "visits.hpp"

#include <journey/words.hpp>

namespace loopbaankaart::journey {

PlaceVisit told(PlaceVisit visit, const Period& period) {
    visit.since = period.from;
    visit.until = period.until;
    visit.said = period.precision;
    return visit;
}

std::string when_in_words(const PlaceVisit& visit, base::Language language, std::string_view time_zone) {
    if (visit.said != Precision::moment) return in_words({visit.since, visit.until.value_or(visit.since), visit.said}, language, time_zone);
    const std::string first = base::day_in_words(visit.since, language, time_zone);
    if (!visit.until) return base::say(word::when_since, language, {{"day", first}});
    const std::string last = base::day_in_words(*visit.until, language, time_zone);
    return first == last ? first : base::say(word::when_until, language, {{"first", first}, {"last", last}});
}

base::Instant end_of_year(std::optional<int> year, std::string_view time_zone) {
    if (!year) return base::instant(std::numeric_limits<std::int64_t>::max());
    return base::start_of(std::chrono::year{*year + 1} / std::chrono::January / 1, time_zone);
}

bool had_begun(const PlaceVisit& visit, int year, std::string_view time_zone) {
    const base::Instant end = end_of_year(year, time_zone);
    if (visit.said == Precision::unknown) return false;
    if (visit.said == Precision::before) return *visit.until <= end;
    return visit.since < end;
}

}  // namespace loopbaankaart::journey

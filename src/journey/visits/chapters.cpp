#include "chapters.hpp"

namespace loopbaankaart::journey {

namespace {

std::optional<Season> season_begun(const PlaceVisit& visit, std::string_view time_zone) {
    if (visit.said > Precision::season) return std::nullopt;
    return season_of(base::day_of(visit.since, time_zone).month());
}

Chapter& chapter_of(std::vector<Chapter>& all, Precision kind, int year) {
    if (all.empty() || all.back().kind != kind || all.back().year != year) all.push_back({kind, year, {}});
    return all.back();
}

Passage& passage_of(Chapter& chapter, std::optional<Season> season) {
    if (!season) {
        if (chapter.passages.empty() || chapter.passages.front().season) chapter.passages.insert(chapter.passages.begin(), Passage{});
        return chapter.passages.front();
    }
    if (chapter.passages.empty() || chapter.passages.back().season != season) chapter.passages.push_back({.season = season});
    return chapter.passages.back();
}

void add(std::vector<Chapter>& all, Moment moment, std::string_view time_zone) {
    const std::chrono::year_month_day day = base::day_of(moment.at, time_zone);
    passage_of(chapter_of(all, Precision::year, static_cast<int>(day.year())), season_of(day.month())).moments.push_back(std::move(moment));
}

}  // namespace

std::optional<int> year_begun(const PlaceVisit& visit, std::string_view time_zone) {
    if (visit.said == Precision::before || visit.said == Precision::unknown) return std::nullopt;
    return static_cast<int>(base::day_of(visit.since, time_zone).year());
}

// The calendar is asked once a year, not once a visit.
std::set<int> years_begun(const std::vector<PlaceVisit>& visits, std::string_view time_zone) {
    std::set<int> years;
    base::Instant next_year{};
    for (const PlaceVisit& each : visits) {
        if (!years.empty() && each.since < next_year) continue;
        const auto year = year_begun(each, time_zone);
        if (!year) continue;
        years.insert(*year);
        next_year = base::start_of(std::chrono::year{*year + 1} / std::chrono::January / 1, time_zone);
    }
    return years;
}

std::vector<Chapter> chapters(const std::vector<PlaceVisit>& visits, std::string_view time_zone, std::vector<Moment> moments,
                              const std::function<bool(const std::vector<Chapter>&)>& enough) {
    std::vector<Chapter> all;
    std::size_t asked_at = 0;
    auto moment = moments.begin();
    for (auto each = visits.rbegin(); each != visits.rend(); ++each) {
        const auto year = year_begun(*each, time_zone);
        if (!year) continue;
        for (; moment != moments.end() && moment->at >= each->since; ++moment) add(all, std::move(*moment), time_zone);
        passage_of(chapter_of(all, Precision::year, *year), season_begun(*each, time_zone)).visits.push_back(*each);
        if (all.size() > asked_at && enough && enough(all)) return all;
        asked_at = all.size();
    }
    for (; moment != moments.end(); ++moment) add(all, std::move(*moment), time_zone);
    for (const Precision kind : {Precision::before, Precision::unknown})
        for (auto each = visits.rbegin(); each != visits.rend(); ++each)
            if (each->said == kind) passage_of(chapter_of(all, kind, 0), {}).visits.push_back(*each);
    return all;
}

}  // namespace loopbaankaart::journey

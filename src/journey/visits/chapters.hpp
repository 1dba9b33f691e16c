// The journey as a list: by year and season, the newest first. Pure.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "../moments/moments.hpp"
#include "visits.hpp"

namespace loopbaankaart::journey {

// Visits of one season, and what was made in it; or without one, when it was said less precisely. Both newest first.
struct Passage {
    std::optional<Season> season;
    std::vector<PlaceVisit> visits = {};
    std::vector<Moment> moments = {};
};

// What began in one year; without a year, what is longer ago (`before`) or of nobody knows when (`unknown`).
struct Chapter {
    Precision kind = Precision::year;
    int year = 0;
    std::vector<Passage> passages;
};

// Of visits oldest first, and moments newest first. Once there is `enough`, which is asked when another year begins, what is older is left out.
std::vector<Chapter> chapters(const std::vector<PlaceVisit>& visits, std::string_view time_zone, std::vector<Moment> moments = {},
                              const std::function<bool(const std::vector<Chapter>&)>& enough = {});
// The year in which it began; nothing for `before` and `unknown`.
std::optional<int> year_begun(const PlaceVisit& visit, std::string_view time_zone);
// Of visits oldest first: every such year.
std::set<int> years_begun(const std::vector<PlaceVisit>& visits, std::string_view time_zone);

}  // namespace loopbaankaart::journey

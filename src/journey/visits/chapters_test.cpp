#include "chapters.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace loopbaankaart::journey {
namespace {

const std::string zone = "Europe/Amsterdam";
const Saying today{base::start_of(std::chrono::year{2026} / 11 / 26, zone), zone};

PlaceVisit said(std::string_view words) { return told({.place_name = std::string{words}}, *understood(words, today)); }

std::string in_short(const std::vector<Chapter>& chapters) {
    std::string all;
    for (const Chapter& chapter : chapters) {
        all += chapter.kind == Precision::year ? std::to_string(chapter.year) : std::string{code(chapter.kind)};
        for (const Passage& passage : chapter.passages) {
            all += passage.season ? " [" + std::string{name_of(*passage.season, base::Language::nl)} + "]" : " []";
            for (const PlaceVisit& visit : passage.visits) all += " " + visit.place_name;
        }
        all += "; ";
    }
    return all;
}

std::string outline(std::vector<PlaceVisit> visits) {
    std::ranges::stable_sort(visits, {}, &PlaceVisit::since);
    return in_short(chapters(visits, zone));
}

TEST(Chapters, RunByYearAndSeasonTheNewestFirst) {
    EXPECT_EQ(outline({said("2025"), said("3 juni 2025"), said("zomer 2025"), said("12 januari 2025"), said("20 december 2025"), said("2025-2026"),
                       said("mei 2026"), said("langer geleden"), said("")}),
              "2026 [lente] mei 2026; "
              "2025 [] 2025-2026 2025 [winter] 20 december 2025 [zomer] 3 juni 2025 zomer 2025 [winter] 12 januari 2025; "
              "before [] langer geleden; unknown [] ; ");
    EXPECT_EQ(outline({}), "");
}

TEST(Chapters, ShowAYearWhatHadBegun) {
    EXPECT_TRUE(had_begun(said("31 december 2025"), 2025, zone));
    EXPECT_FALSE(had_begun(said("1 januari 2026"), 2025, zone));
    EXPECT_TRUE(had_begun(said("2025-2026"), 2025, zone));
    EXPECT_TRUE(had_begun(said("voor 2025"), 2024, zone));
    EXPECT_FALSE(had_begun(said("voor 2025"), 2023, zone)) << "it may have been later";
    EXPECT_FALSE(had_begun(said(""), 2026, zone));
}

RC_GTEST_PROP(ChaptersProperty, BeginTheSameWhenOlderOnesAreLeftOut, ()) {
    std::vector<PlaceVisit> visits;
    for (const int year : *rc::gen::container<std::vector<int>>(rc::gen::inRange(2010, 2026))) visits.push_back(said(std::to_string(year)));
    std::ranges::stable_sort(visits, {}, &PlaceVisit::since);
    const std::size_t wanted = *rc::gen::inRange<std::size_t>(0, 5);
    std::vector<Chapter> some = chapters(visits, zone, {}, [&](const std::vector<Chapter>& all) { return all.size() > wanted; }), all = chapters(visits, zone);
    RC_ASSERT(some.size() == std::min(wanted + 1, all.size()));
    some.resize(std::min(wanted, some.size()));
    all.resize(some.size());
    RC_ASSERT(in_short(some) == in_short(all));
}

RC_GTEST_PROP(ChaptersProperty, HoldEveryVisitOnce, ()) {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "2024", "2025", "zomer 2024", "winter 2023-2024", "mei 2025", "", "voor 2020", "2024-2025"));
    std::vector<PlaceVisit> visits;
    for (const std::string& each : words) visits.push_back(said(each));
    std::ranges::stable_sort(visits, {}, &PlaceVisit::since);
    std::size_t count = 0;
    for (const Chapter& chapter : chapters(visits, zone))
        for (const Passage& passage : chapter.passages) {
            RC_ASSERT(!passage.visits.empty());
            count += passage.visits.size();
        }
    RC_ASSERT(count == visits.size());
    std::set<int> years;
    for (const PlaceVisit& visit : visits)
        if (const auto year = year_begun(visit, zone)) years.insert(*year);
    RC_ASSERT(years_begun(visits, zone) == years);
}

}  // namespace
}  // namespace loopbaankaart::journey

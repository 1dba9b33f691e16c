#include "school.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include <flow/words.hpp>

#include "forecast.hpp"

namespace loopbaankaart::flow {
namespace {

enum : State { in_first, in_second, left_school, with_diploma, in_another };

struct Stays {
    Spells spells{.states = {"first", "second", "gone", "diploma"}, .groups = {"care", "wood"}, .cohorts = {"2020", "2021", "2022", "2023"}};
    std::uint32_t people = 0;

    // Of one student: half-years and where they went at their end.
    void add(std::uint32_t cohort, std::vector<std::tuple<std::int32_t, State, State, std::uint32_t>> stays) {
        std::int32_t now = 0;
        for (const auto& [until, from, to, programme] : stays) {
            spells.person.push_back(people), spells.enter.push_back(now), spells.leave.push_back(now = until);
            spells.from.push_back(from), spells.to.push_back(to), spells.group.push_back(programme), spells.cohort.push_back(cohort);
        }
        ++people;
    }
};

Stays some_stays() {
    Stays stays;
    for (std::uint32_t cohort = 0; cohort < 3; ++cohort) stays.add(cohort, {{2, in_first, in_second, 0}, {4, in_second, cohort == 2 ? still_there : State{with_diploma}, 0}});
    stays.add(0, {{1, in_first, left_school, 0}});                                    // within the first year
    stays.add(1, {{2, in_first, in_first, 0}, {4, in_first, in_second, 1}, {6, in_second, still_there, 1}});  // to another programme after a year
    stays.add(3, {{2, in_first, still_there, 1}});
    return stays;
}

TEST(School, IsCountedByYearsOfStays) {
    const auto now = school_of(some_stays().spells);
    ASSERT_TRUE(now);
    const School& school = now->school;
    EXPECT_EQ(school.entry, in_first);
    EXPECT_EQ(school.first_year, 2020);
    ASSERT_EQ(school.years, 3U);  // in 2023 everybody was last seen
    EXPECT_EQ(school.moved(0, 0, in_first, in_second), 1U);
    EXPECT_EQ(school.moved(0, 0, in_first, left_school), 1U);
    EXPECT_EQ(school.arrived(0, 0), 2U);
    EXPECT_EQ(school.moved(1, 0, in_first, in_another), 1U);
    EXPECT_EQ(school.moved(2, 1, in_first, in_second), 1U);
    EXPECT_EQ(school.arrived(2, 1), 1U);
    EXPECT_EQ(school.present[0 * 5 + in_second], 1U);
    EXPECT_EQ(school.present[1 * 5 + in_second], 1U);
    EXPECT_EQ(now->intake, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(forecast(school, {.ahead = 1, .blocks = 2, .per_block = 10, .intake = now->intake}).lines.size(), (2 + 1 + 1) * 5U);
}

TEST(School, NeedsCohortsThatAreYearsAndSomeOfThem) {
    Stays stays = some_stays();
    stays.spells.cohorts[1] = "2013J";
    EXPECT_EQ(school_of(stays.spells).error().code(), word::no_cohorts.id);
    stays.spells.cohort_rows = {2, 9, 11, 17};
    EXPECT_EQ(school_of(stays.spells).error().about, "9 (2013J)");
    EXPECT_EQ(school_of({}).error().code(), word::no_stays.id);
    Stays few;
    few.add(0, {{2, in_first, left_school, 0}});
    EXPECT_EQ(school_of(few.spells).error().code(), word::few_school_years.id);
    EXPECT_EQ(school_of(few.spells).error().about, "1");
    few.spells.cohort.clear();
    EXPECT_EQ(school_of(few.spells).error().code(), word::cohorts_missing.id);
}

// Presentations of a module are no school years; in order they are rounds.
TEST(School, CountsByRoundsWithNamesOfTheirOwn) {
    Stays stays = some_stays();
    stays.spells.cohorts = {"2013B", "2013J", "2014B", "2014J"};
    stays.spells.rounds = {"2013B", "2013J", "2014B", "2014J"};
    const auto now = school_of(stays.spells);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->school.years, 3U);
    EXPECT_EQ(now->school.moves, school_of(some_stays().spells)->school.moves);
    EXPECT_EQ(now->school.year_name(now->school.first_year), "2013B");
    EXPECT_EQ(now->school.year_name(6), "2014J+2");
    stays.spells.rounds.pop_back();
    EXPECT_EQ(school_of(stays.spells).error().code(), word::no_cohorts.id);
}

TEST(School, HasASectorOfEachProgrammeAndNoStateThatNobodyIsIn) {
    Stays stays = some_stays();
    stays.spells.sectors = {"green", "health"}, stays.spells.sector = {1, 0};
    const School school = school_of(stays.spells)->school;
    EXPECT_EQ(school.sector, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(school.states.size(), 5U);
    Stays one_programme;
    for (std::uint32_t cohort = 0; cohort < 4; ++cohort) one_programme.add(cohort, {{2, in_first, cohort < 3 ? State{left_school} : still_there, 0}});
    EXPECT_EQ(school_of(one_programme.spells)->school.states.size(), 4U);
}

TEST(School, OfAFewPeopleIsNotForecast) {
    EXPECT_EQ(not_to_be_forecast(school_of(some_stays().spells)->school)->code(), word::few_begin.id);
    Stays many;
    for (std::uint32_t cohort = 0; cohort < 4; ++cohort)
        for (int at = 0; at < 10; ++at) many.add(cohort, {{2, in_first, cohort < 3 ? State{left_school} : still_there, 0}});
    EXPECT_FALSE(not_to_be_forecast(school_of(many.spells)->school));
}

// The file was made on 1 October 2023; who was recorded later than 1 October of their own year was not known then.
TEST(School, KnowsWhoHadComeAsFarIntoTheirYear) {
    constexpr auto day = [](int year, unsigned month, unsigned of) { return static_cast<std::int32_t>(std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of}}.time_since_epoch().count()); };
    Stays stays;
    for (std::uint32_t cohort = 0; cohort < 4; ++cohort)
        for (const unsigned month : {8U, 9U, 11U}) {
            if (cohort == 3 && month == 11) continue;  // still to come
            stays.add(cohort, {{2, in_first, cohort < 3 ? State{left_school} : still_there, 0}});
            stays.spells.known_at.push_back(day(2020 + static_cast<int>(cohort), month, 20));
        }
    stays.spells.known_at.back() = day(2023, 10, 1);
    const School school = school_of(stays.spells)->school;
    for (std::size_t year = 0; year < 3; ++year) {
        EXPECT_EQ(school.arrived(year, 0), 3U);
        EXPECT_EQ(school.arrivals_then[year * 2], 2U);
    }
    stays.spells.known_at.clear();
    EXPECT_TRUE(school_of(stays.spells)->school.arrivals_then.empty());
}

}  // namespace
}  // namespace loopbaankaart::flow

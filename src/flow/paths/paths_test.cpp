// What a person did over the years, counted: who left and came back, who went on in another programme, who was lost from sight.
#include <gtest/gtest.h>

#include <numeric>

#include <flow/words.hpp>

#include "paths.hpp"

namespace loopbaankaart::flow {
namespace {

enum : State { first, second, gone, diploma };

struct Stays {
    Spells spells{.states = {"year_1", "year_2", "left", "diploma"}, .groups = {"Kok", "Bakker"}, .cohorts = {"2020", "2021"}};
    void add(std::uint32_t person, std::int32_t enter, std::int32_t leave, State from, State to, std::uint32_t group = 0, std::uint32_t cohort = 0) {
        spells.person.push_back(person), spells.enter.push_back(enter), spells.leave.push_back(leave), spells.from.push_back(from), spells.to.push_back(to);
        spells.group.push_back(group), spells.cohort.push_back(cohort);
    }
    // Enough people who go the straight way until 2023, so that it is known how long data go on.
    void add_others() {
        for (std::uint32_t person = 100; person < 110; ++person) add(person, 0, 2, first, second), add(person, 2, 6, second, still_there);
    }
    std::uint32_t count(std::uint32_t programme, std::int32_t began, const std::vector<State>& states) const {
        const auto paths = paths_of(spells);
        if (!paths) return 0;
        for (const Path& path : paths->paths)
            if (path.programme == programme && path.began == began && path.states == states) return path.students;
        return 0;
    }
};

TEST(Paths, hold_who_left_and_came_back) {
    Stays stays;
    stays.add(1, 0, 1, first, gone), stays.add(1, 4, 6, first, still_there);
    stays.add_others();
    EXPECT_EQ(stays.count(0, 2020, {first, gone, first}), 1U);
    EXPECT_EQ(stays.count(0, 2020, {first, second, second}), 10U);
}

TEST(Paths, keep_who_changes_programme_with_where_they_began) {
    Stays stays;
    stays.add(1, 0, 2, first, first), stays.add(1, 2, 4, first, diploma, 1);
    stays.add_others();
    const State elsewhere = 4;
    EXPECT_EQ(stays.count(0, 2020, {first, elsewhere, diploma}), 1U) << "a diploma of another programme is one";
    EXPECT_EQ(stays.count(1, 2020, {first, diploma}), 0U);
}

TEST(Paths, end_where_somebody_was_lost_from_sight_and_where_the_data_end) {
    Stays stays;
    stays.add(1, 0, 4, first, still_there);
    stays.add(2, 0, 2, first, second, 0, 1), stays.add(2, 2, 4, second, diploma, 0, 1);
    stays.add_others();
    EXPECT_EQ(stays.count(0, 2020, {first, first}), 1U);
    EXPECT_EQ(stays.count(0, 2021, {first, second}), 1U) << "what is known of 2023 is known of few";
}

TEST(Paths, count_everybody_who_is_seen_a_second_year_once) {
    Stays stays;
    stays.add_others();
    for (std::uint32_t person = 200; person < 230; ++person) stays.add(person, 0, 1 + static_cast<std::int32_t>(person % 5), first, person % 3 == 0 ? gone : diploma, person % 2, person % 2);
    const auto paths = paths_of(stays.spells);
    ASSERT_TRUE(paths);
    EXPECT_EQ(std::accumulate(paths->paths.begin(), paths->paths.end(), 0U, [](std::uint32_t sum, const Path& path) { return sum + path.students; }), 40U);
}

TEST(Paths, need_the_year_in_which_somebody_began) {
    Stays stays;
    stays.add_others();
    stays.spells.cohorts = {"vorig jaar", "2021"};
    EXPECT_EQ(paths_of(stays.spells).error().code(), word::no_cohorts.id);
    stays.spells.cohort.clear();
    EXPECT_EQ(paths_of(stays.spells).error().code(), word::no_cohorts.id);
    EXPECT_EQ(paths_of(Spells{}).error().code(), word::no_stays.id);
}

}  // namespace
}  // namespace loopbaankaart::flow

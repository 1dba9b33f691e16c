// Who has all that is told of a school on every page, and solves for it, finds no small group.
#include <gtest/gtest.h>

#include "../simulate/simulate.hpp"
#include "trial_everything.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr trial::Told one_file{.second_file = false};

TEST(Everything, tells_no_small_group_to_who_solves_it) {
    std::size_t asked = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {  // bench/flow_attack asks many more, and larger ones
        const std::int32_t years = 4 + static_cast<std::int32_t>(seed % 3);
        const trial::SmallSchool school = trial::small_school_of(seed, years + 2);
        trial::Everything everything{school, years, one_file};
        ASSERT_LE(everything.broken(), 1e-6) << "what is said is so";
        ASSERT_TRUE(everything.possible()) << seed;
        const auto found = everything.ask();
        EXPECT_EQ(found.exposed, 0U) << "seed " << seed << ": " << (found.which.empty() ? "" : found.which.front());
        asked += found.asked;
    }
    EXPECT_GT(asked, 300U) << "there was something to find";
}

TEST(Everything, tells_small_groups_where_nothing_is_done_about_it) {
    const trial::SmallSchool school = trial::small_school_of(4, 7);
    trial::Told told = one_file;
    told.tens = told.tens_in_forecasts = false;
    trial::Everything everything{school, 5, told};
    ASSERT_TRUE(everything.possible());
    EXPECT_GT(everything.ask().exposed, 10U);
}

// Forecasts are made of tens: one student more or less who is there or came, within the ten, is not in them.
TEST(Everything, forecasts_are_the_same_for_the_same_tens) {
    const trial::SmallSchool school = trial::small_school_of(4, 7);
    SchoolNow now = *school_of(with_sectors(school.file(5), school.programmes)), other = now;
    std::size_t changed = 0;
    for (auto* counts : {&other.school.present, &other.intake})
        for (std::uint32_t& students : *counts)
            if (students % ten != 0) students += students % ten < 9 ? 1 : -1U, ++changed;
    ASSERT_GT(changed, 0U);
    const auto lines = [](const SchoolNow& one) { return outlooks_of(one, {.seed = 1}).lines; };
    EXPECT_EQ(lines(now), lines(other));
}

// What programmes share at a split that hardly anybody took would tell how many that were.
TEST(Everything, a_way_that_few_took_is_not_counted_by_its_rate) {
    const auto shared = [](std::uint32_t took) {
        School school = simulate({.seed = 5, .programmes = 4, .sectors = 2, .years = 4, .least_intake = 60, .most_intake = 90});
        const std::size_t states = school.states.size();
        constexpr State from = 1, to = 3;
        std::uint32_t left = took;
        for (std::size_t at = 0; at < school.moves.size() / states / states; ++at) {
            std::uint32_t &rare = school.moves[at * states * states + from * states + to], &usual = school.moves[at * states * states + from * states + 4];
            usual += rare, rare = std::min({1U, left, usual}), usual -= rare, left -= rare;
        }
        EXPECT_EQ(left, 0U);
        for (const OutlookSplit& split : outlooks_of(SchoolNow{std::move(school), {}}, {.seed = 1}).splits)
            if (split.from == from && split.to == to) return split;
        return OutlookSplit{};
    };
    const OutlookSplit few = shared(2);
    EXPECT_GT(few.mean, 0);
    EXPECT_EQ(few, shared(4));
    EXPECT_EQ(few, shared(8));
}

}  // namespace
}  // namespace loopbaankaart::flow

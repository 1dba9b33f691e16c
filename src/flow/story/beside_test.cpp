// What was once told of a figure, beside what it says now: no small group comes out by subtraction.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "beside.hpp"

namespace loopbaankaart::flow {
namespace {

ToldFigure told(std::uint32_t some, std::uint32_t of, std::uint32_t least = 10) { return {.share = of == 0 ? 0 : static_cast<double>(some) / of, .some = some, .of = of, .seen_until = 2025, .least = least}; }

std::vector<bool> may(const ToldFigure& now, std::vector<ToldFigure> once) { return may_be_told(now, once); }

TEST(ToldBeside, last_year_stands_beside_now_when_ten_and_more_came_on_either_side) {
    EXPECT_EQ(may(told(72, 300), {told(60, 240)}), std::vector{true});
    EXPECT_EQ(may(told(60, 240), {told(60, 240)}), std::vector{true}) << "nothing new came";
    EXPECT_EQ(may(told(64, 262), {told(60, 240)}), std::vector{false}) << "four of those who came since";
    EXPECT_EQ(may(told(80, 262), {told(60, 240)}), std::vector{false}) << "two of those who came since did not";
    EXPECT_EQ(may(told(57, 240), {told(60, 240)}), std::vector{false}) << "put right for three";
    EXPECT_EQ(may(told(60, 240, 0), {told(57, 240, 0)}), std::vector{true}) << "published figures hide nothing";
}

TEST(ToldBeside, what_is_too_small_by_a_limit_that_was_raised_is_not_told) {
    EXPECT_EQ(may(told(60, 240, 15), {told(12, 100)}), std::vector{false});
    EXPECT_EQ(may(told(60, 240, 15), {told(40, 100)}), std::vector{true});
}

TEST(ToldBeside, two_earlier_times_do_not_give_each_other_away) {
    EXPECT_EQ(may(told(90, 360), {told(62, 242), told(60, 240)}), (std::vector{true, false}));
}

// Whoever subtracts any two of what is shown finds nobody, or ten and more.
RC_GTEST_PROP(ToldBeside, no_difference_of_what_is_shown_is_a_small_group, ()) {
    const auto share = [](std::uint32_t near) {
        const auto some = near + *rc::gen::inRange<std::uint32_t>(0, 40), others = near + *rc::gen::inRange<std::uint32_t>(0, 40);
        return told(some, some + others);
    };
    std::vector<ToldFigure> once;
    const ToldFigure now = share(40);
    for (int times = *rc::gen::inRange(1, 5); times > 0; --times) once.push_back(share(10));
    const std::vector<bool> shown = may_be_told(now, once);
    std::vector<ToldFigure> all{now};
    for (std::size_t at = 0; at < once.size(); ++at)
        if (shown[at]) all.push_back(once[at]);
    for (const ToldFigure& one : all)
        for (const ToldFigure& other : all) {
            const auto did = std::abs(std::int64_t{one.some} - other.some), others = std::abs((std::int64_t{one.of} - one.some) - (std::int64_t{other.of} - other.some));
            RC_ASSERT((did == 0 || did >= 10) && (others == 0 || others >= 10));
        }
}

}  // namespace
}  // namespace loopbaankaart::flow

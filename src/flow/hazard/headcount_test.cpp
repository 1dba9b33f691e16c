#include "headcount.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "trial_histories.hpp"

namespace loopbaankaart::flow {
namespace {

Present everybody(const Histories& all) {
    return {.period = std::vector<std::uint32_t>(all.size()), .programme = all.programme, .x = all.x};
}

TEST(Headcounts, AddUpChances) {
    const HazardFit fit = *fit_hazard(trial::histories({.people = 3000, .programmes = 3}, 1), {});
    const Histories coming = trial::histories({.people = 120, .programmes = 3}, 2);
    const auto lines = headcounts(fit, everybody(coming), {.seed = 1, .blocks = 40, .per_block = 50, .parameters = Parameters::fixed});
    ASSERT_EQ(lines.size(), 4U * 3U);
    std::vector<double> expected(3);
    for (std::size_t person = 0; person < coming.size(); ++person) {
        const auto chances = fit.outcomes(0, 3, coming.programme[person], std::span{coming.x}.subspan(person * 2, 2));
        for (std::size_t one = 0; one < 3; ++one) expected[one] += chances[one];
    }
    for (std::size_t one = 0; one < 3; ++one) EXPECT_NEAR(lines[9 + one].outlook.mean, expected[one], 0.6);
    const double sum = std::accumulate(lines.begin() + 9, lines.end(), 0.0, [](double so_far, const Headcount& line) { return so_far + line.outlook.mean; });
    EXPECT_NEAR(sum, 120, 1e-9);
}

TEST(Headcounts, AreTheSameForAnyNumberOfThreads) {
    const HazardFit fit = *fit_hazard(trial::histories({.people = 800, .programmes = 3}, 1), {});
    Present present = everybody(trial::histories({.people = 60, .programmes = 3}, 2));
    present.programme[5] = unseen_programme;
    const auto one = headcounts(fit, present, {.seed = 4, .threads = 1, .blocks = 20, .per_block = 20});
    EXPECT_EQ(headcounts(fit, present, {.seed = 4, .threads = 5, .blocks = 20, .per_block = 20}), one);
    EXPECT_NE(headcounts(fit, present, {.seed = 5, .threads = 1, .blocks = 20, .per_block = 20}), one);
}

TEST(Headcounts, OfFewPeopleAreRefused) {
    const HazardFit fit = *fit_hazard(trial::histories({.people = 800, .programmes = 2}, 1), {});
    Present present{.period = std::vector<std::uint32_t>(12), .programme = std::vector<std::uint32_t>(12), .x = std::vector<double>(24)};
    for (std::size_t person = 0; person < 3; ++person) present.programme[person] = 1;
    const auto lines = headcounts(fit, present, {.blocks = 4, .per_block = 10});
    EXPECT_EQ(lines[0].refusal, Refusal::few_students) << "nine";
    EXPECT_EQ(lines[3].refusal, Refusal::few_students) << "three";
    EXPECT_EQ(lines[6].refusal, Refusal::none) << "twelve together";
    EXPECT_TRUE(headcounts(fit, {}, {}).empty());
}

TEST(Headcounts, AreAsSureAsTheModelIsKnown) {
    // Given a model learned from few and a large group that comes, then 80% intervals hold as often as they say; with the parameters as if known they do not.
    double drawn = 0, fixed = 0;
    constexpr int worlds = 60;
    for (int world = 0; world < worlds; ++world) {
        const trial::World few{.people = 150, .kinds = 1, .periods = 2, .width = 2, .last_seen = 0}, many{.people = 400, .kinds = 1, .periods = 2, .width = 2, .last_seen = 0};
        const HazardFit fit = *fit_hazard(trial::histories(few, 1000 + static_cast<std::uint64_t>(world)), {.ridge = 0.01, .smooth = 0.01});
        const Histories coming = trial::histories(many, 5000 + static_cast<std::uint64_t>(world));
        Present present = everybody(coming);
        present.period = coming.enter;
        const auto happened = static_cast<std::uint32_t>(std::count(coming.event.begin(), coming.event.end(), std::uint8_t{1}));
        const auto holds = [&](Parameters parameters) {
            const auto lines = headcounts(fit, present, {.seed = 7, .blocks = 10, .per_block = 10, .parameters = parameters});
            return lines.back().outlook.low80 <= happened && happened <= lines.back().outlook.high80 ? 1.0 : 0.0;
        };
        drawn += holds(Parameters::drawn), fixed += holds(Parameters::fixed);
    }
    EXPECT_NEAR(drawn / worlds, 0.8, 0.11);
    EXPECT_LT(fixed / worlds, 0.66);
}

}  // namespace
}  // namespace loopbaankaart::flow

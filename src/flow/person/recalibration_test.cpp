#include "recalibration.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../draws/draws.hpp"
#include "conformal.hpp"
#include "quality.hpp"

namespace loopbaankaart::flow {
namespace {

// People with an outcome of three, the last one rare, and a model that sees who will have it only dimly; `sure` times as sure as it should be.
struct Population {
    std::vector<double> chances;
    std::vector<std::uint8_t> happened;
};
Population population(std::size_t people, std::uint64_t seed, double sure = 1) {
    Population all;
    Stream stream{seed, 8, 0};
    std::vector<double> shares(3);
    std::vector<std::uint32_t> went(3);
    for (std::size_t person = 0; person < people; ++person) {
        shares = {std::exp(1.2 * draw::normal(stream)), std::exp(1.2 * draw::normal(stream)), std::exp(-1.5 + 0.7 * draw::normal(stream))};
        draw::multinomial(stream, 1, shares, went);
        all.happened.push_back(went[0] > 0 ? 0 : went[1] > 0 ? 1 : 2);
        double sum = 0;
        for (double& one : shares) sum += one = std::pow(one, sure);
        for (double one : shares) all.chances.push_back(one / sum);
    }
    return all;
}

RC_GTEST_PROP(Isotonic, IsTheHighestOfTheLowestMeans, ()) {
    const auto size = *rc::gen::inRange<std::size_t>(1, 25);
    std::vector<double> y(size), weight(size);
    for (double& one : y) one = *rc::gen::inRange(0, 5);
    for (double& one : weight) one = *rc::gen::inRange(1, 4);
    const auto ours = isotonic(y, weight);
    for (std::size_t at = 0; at < size; ++at) {  // Robertson, Wright and Dykstra 1988, theorem 1.4.4
        double highest = -HUGE_VAL;
        for (std::size_t from = 0; from <= at; ++from) {
            double lowest = HUGE_VAL;
            for (std::size_t until = at; until < size; ++until) {
                double sum = 0, all = 0;
                for (std::size_t one = from; one <= until; ++one) sum += y[one] * weight[one], all += weight[one];
                lowest = std::min(lowest, sum / all);
            }
            highest = std::max(highest, lowest);
        }
        RC_ASSERT(std::abs(ours[at] - highest) < 1e-9);
    }
}

TEST(LogitLine, IsWhereItsSlopesAreZero) {
    const Population all = population(800, 1);
    std::vector<double> own;
    std::vector<std::uint8_t> has;
    for (std::size_t person = 0; person < 800; ++person) own.push_back(all.chances[person * 3]), has.push_back(all.happened[person] == 0 ? 1 : 0);
    const LogitLine line = logit_line(own, has, Prior::none);
    double level = 0, slope = 0;
    for (std::size_t at = 0; at < own.size(); ++at) {
        const double odds = std::log(own[at] / (1 - own[at])), rest = has[at] - 1 / (1 + std::exp(-line.level - line.slope * odds));
        level += rest, slope += rest * odds;
    }
    EXPECT_NEAR(level, 0, 1e-5);
    EXPECT_NEAR(slope, 0, 1e-5);
    EXPECT_NEAR(line.slope, 1, 3 * line.slope_error) << "the chances were right";
    const std::vector<std::uint8_t> never(800);
    EXPECT_TRUE(std::isinf(logit_line(own, never, Prior::none).slope_error));
    EXPECT_LT(logit_line(own, never, Prior::near_identity).level, -0.5);
}

TEST(Recalibration, MakesOverconfidentChancesRight) {
    for (std::size_t people : {std::size_t{600}, std::size_t{4000}}) {
        const Population later = population(people, 2, 2.5);
        Population test = population(20000, 3, 2.5);
        const Quality before = quality(test.chances, test.happened, 3);
        const Recalibration made = Recalibration::of(later.chances, later.happened, 3);
        EXPECT_EQ(made.by(), people < 1000 ? Recalibration::By::logit : Recalibration::By::isotonic);
        for (std::size_t person = 0; person < 20000; ++person) {
            const std::span<double> own = std::span{test.chances}.subspan(person * 3, 3);
            made.apply(own);
            ASSERT_NEAR(std::accumulate(own.begin(), own.end(), 0.0), 1, 1e-12);
        }
        const Quality after = quality(test.chances, test.happened, 3);
        EXPECT_LT(after.log_score, before.log_score - 0.05);
        EXPECT_LT(after.calibration_gap, before.calibration_gap / 3);
    }
}

TEST(Recalibration, OfAHandfulChangesLittle) {
    const Population few = population(5, 4);
    std::vector<double> own{0.2, 0.5, 0.3};
    Recalibration::of(few.chances, few.happened, 3).apply(own);
    EXPECT_NEAR(own[1], 0.5, 0.2);
    std::vector<double> same{0.2, 0.5, 0.3};
    Recalibration{}.apply(same);
    EXPECT_EQ(same, (std::vector<double>{0.2, 0.5, 0.3}));
}

// The share of those who had each outcome with it in their set.
std::vector<double> held(SetsFor together) {
    std::vector<double> in(3), had(3);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const Population later = population(1500, 100 + seed), test = population(4000, 200 + seed);
        const ConformalSets sets = ConformalSets::of(later.chances, later.happened, 3, 0.2, together);
        for (std::size_t person = 0; person < test.happened.size(); ++person) {
            ++had[test.happened[person]];
            in[test.happened[person]] += sets.set(std::span{test.chances}.subspan(person * 3, 3))[test.happened[person]] == InSet::yes ? 1 : 0;
        }
    }
    for (std::size_t one = 0; one < 3; ++one) in[one] /= had[one];
    return in;
}

TEST(ConformalSets, HoldForEachOutcome) {
    for (double share : held(SetsFor::each_outcome)) EXPECT_NEAR(share, 0.8, 0.03);
}

TEST(ConformalSets, TakenTogetherFailTheRareOutcome) {
    const auto shares = held(SetsFor::all);
    EXPECT_LT(shares[2], 0.6) << "that is why they are not";
    EXPECT_GT(shares[0], 0.8);
}

TEST(ConformalSets, AreNotJudgedOnFewerThanAHundred) {
    Population all = population(3000, 5);
    std::size_t rare = 0;
    Population fewer;
    for (std::size_t person = 0; person < 3000; ++person) {
        if (all.happened[person] == 2 && rare++ >= 99) continue;
        fewer.happened.push_back(all.happened[person]);
        fewer.chances.insert(fewer.chances.end(), all.chances.begin() + static_cast<std::ptrdiff_t>(person * 3), all.chances.begin() + static_cast<std::ptrdiff_t>(person * 3 + 3));
    }
    const std::vector<double> own{0.1, 0.1, 0.8};
    EXPECT_EQ(ConformalSets::of(fewer.chances, fewer.happened, 3).set(own)[2], InSet::not_judged);
    EXPECT_EQ(ConformalSets::of(all.chances, all.happened, 3).set(own)[2], InSet::yes);
    EXPECT_EQ(ConformalSets{}.set(own)[0], InSet::not_judged);
}

TEST(Quality, IsWhatTheFormulasSay) {
    const std::vector<double> chances{0.7, 0.2, 0.1, 0.5, 0.5, 0};
    const std::vector<std::uint8_t> happened{0, 1};
    const Quality made = quality(chances, happened, 3);
    EXPECT_NEAR(made.log_score, -(std::log(0.7) + std::log(0.5)) / 2, 1e-12);
    EXPECT_NEAR(made.brier, ((0.09 + 0.04 + 0.01) + (0.25 + 0.25)) / 2, 1e-12);
    const std::vector<double> other{0.35, 0.55, 0.1, 0.75, 0.25, 0};
    const Difference apart = log_score_difference(chances, other, happened, 3);
    EXPECT_NEAR(apart.mean, -std::log(2.0), 1e-12);
    EXPECT_NEAR(apart.error, 0, 1e-12);
}

}  // namespace
}  // namespace loopbaankaart::flow

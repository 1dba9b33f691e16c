#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include <flow/flow.hpp>

#include "trial_pursuits.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr double tight_mean = 1e-12;

bool near(double a, double b, double within = tight_mean) { return std::abs(a - b) <= within * std::max({1.0, std::abs(a), std::abs(b)}); }

double spent(const Pursuit& one) {
    double sum = 0;
    std::int32_t from = 0;
    for (const Stretch& stretch : one.stretches) sum += stretch.price + stretch.hour_price * (stretch.until - from) / 60.0, from = stretch.until;
    return sum;
}

// By the definition, minute by minute and student by student.
struct Slowly {
    double hours = 0, cost = 0, completed = 0, going_on = 1;
};
Slowly slowly(const std::vector<Pursuit>& pursuits, const std::vector<double>& weights) {
    std::int32_t horizon = -1;
    for (const Pursuit& one : pursuits)
        if (one.end != still_there) horizon = std::max(horizon, one.minutes());
    Slowly sums;
    for (std::int32_t minute = 0; minute <= horizon; ++minute) {
        double here = 0, ended = 0, completed = 0, cost = 0;
        for (std::size_t at = 0; at < pursuits.size(); ++at) {
            const Pursuit& one = pursuits[at];
            if (one.minutes() < minute) continue;
            here += weights[at];
            if (one.minutes() == minute && one.end != still_there) ended += weights[at], completed += one.end == Attempts::completed ? weights[at] : 0;
            std::int32_t from = 0;
            for (const Stretch& stretch : one.stretches) {
                if (from == minute) cost += weights[at] * stretch.price;
                if (from < minute && minute <= stretch.until) cost += weights[at] * stretch.hour_price / 60;
                from = stretch.until;
            }
        }
        sums.hours += minute > 0 ? sums.going_on / 60 : 0;
        sums.cost += sums.going_on * cost / here, sums.completed += sums.going_on * completed / here;
        sums.going_on *= (here - ended) / here;
    }
    return sums;
}

RC_GTEST_PROP(UntilEnd, IsWhatTheDefinitionSays, ()) {
    const auto pursuits = trial::any_pursuits();
    std::vector<double> weights;
    for (std::size_t at = 0; at < pursuits.size(); ++at) weights.push_back(*rc::gen::inRange(1, 40) / 8.0);
    const UntilEnd ours = until_end(pursuits, weights);
    const Slowly right = slowly(pursuits, weights);
    RC_ASSERT(near(ours.hours.mean, right.hours));
    RC_ASSERT(near(ours.cost.mean, right.cost));
    RC_ASSERT(near(ours.completed.mean, right.completed));
    RC_ASSERT(near(ours.going_on, right.going_on));
}

RC_GTEST_PROP(UntilEnd, WithEverybodyFollowedIsThePlainMean, ()) {
    const auto pursuits = trial::any_pursuits(trial::Seen::all);
    double hours = 0, cost = 0, completed = 0;
    for (const Pursuit& one : pursuits) hours += one.minutes() / 60.0, cost += spent(one), completed += one.end == Attempts::completed ? 1 : 0;
    const auto number = static_cast<double>(pursuits.size());
    const UntilEnd ours = until_end(pursuits);
    RC_ASSERT(near(ours.hours.mean, hours / number));
    RC_ASSERT(near(ours.cost.mean, cost / number));
    RC_ASSERT(near(ours.completed.mean, completed / number));
    RC_ASSERT(ours.going_on == 0);
    for (std::size_t at = 0; at < pursuits.size(); ++at) RC_ASSERT(near(ours.cost.influence[at], (spent(pursuits[at]) - cost / number) / number));
    // The ratio of two means, its error in closed form: √Σ(cost − K·completed)² / Σ completed, on the logarithm.
    if (cost == 0) return;
    const double each = cost / completed;
    std::map<std::uint32_t, double> residue;
    for (const Pursuit& one : pursuits) residue[one.person] += spent(one) - each * (one.end == Attempts::completed ? 1 : 0);
    double squares = 0;
    for (const auto& [person, value] : residue) squares += value * value;
    const Ratio ours_each = ratio(ours.cost, ours.completed, pursuits);
    RC_ASSERT(near(ours_each.value, each));
    RC_ASSERT(near(ours_each.error, std::sqrt(squares) / completed / each, 1e-9));
}

RC_GTEST_PROP(UntilEnd, InfluenceIsTheDerivativeInTheWeight, ()) {
    const auto pursuits = trial::any_pursuits();
    const UntilEnd ours = until_end(pursuits);
    for (std::size_t at = 0; at < pursuits.size(); ++at) {
        constexpr double step = 1e-5;
        std::vector<double> more(pursuits.size(), 1), less = more;
        more[at] += step, less[at] -= step;
        const UntilEnd above = until_end(pursuits, more), under = until_end(pursuits, less);
        for (Accrued UntilEnd::* what : {&UntilEnd::hours, &UntilEnd::cost, &UntilEnd::completed})
            RC_ASSERT(near((ours.*what).influence[at], ((above.*what).mean - (under.*what).mean) / (2 * step), 1e-7));
    }
}

RC_GTEST_PROP(UntilEnd, CompletionIsThatOfTheCurves, ()) {
    const auto pursuits = trial::any_pursuits();
    const UntilEnd ours = until_end(pursuits);
    const Curves drawn = *curves(stays_of(pursuits));
    const std::size_t last = drawn.times.size() - 1;
    RC_ASSERT(near(ours.completed.mean, drawn.share(last, has_completed)));
    RC_ASSERT(near(ours.going_on, drawn.share(last, pursuing)));
    RC_ASSERT(ours.horizon == drawn.times.back());
    std::map<std::uint32_t, double> by_person;
    for (std::size_t at = 0; at < pursuits.size(); ++at) by_person[pursuits[at].person] += ours.completed.influence[at];
    double squares = 0;
    for (const auto& [person, sum] : by_person) squares += sum * sum;
    RC_ASSERT(near(squares, drawn.error(last, has_completed) * drawn.error(last, has_completed)));
}

RC_GTEST_PROP(UntilEnd, OnePriceAnHourMakesMoneyOfHours, ()) {
    auto pursuits = trial::any_pursuits();
    for (Pursuit& one : pursuits)
        for (Stretch& stretch : one.stretches) stretch.hour_price = 64, stretch.price = 0;
    const UntilEnd ours = until_end(pursuits);
    RC_ASSERT(near(ours.cost.mean, 64 * ours.hours.mean));
    if (ours.hours.mean == 0) return;
    const Ratio money = ratio(ours.cost, ours.completed, pursuits), hours = ratio(ours.hours, ours.completed, pursuits);
    RC_ASSERT(near(money.low, 64 * hours.low) && near(money.high, 64 * hours.high));
}

RC_GTEST_PROP(UntilEnd, CopiesOfEverybodyDivideTheErrorByTheRootOfTheirNumber, ()) {
    const auto pursuits = trial::any_pursuits();
    const auto copies = static_cast<std::uint32_t>(*rc::gen::inRange(2, 5));
    std::vector<Pursuit> many;
    for (std::uint32_t copy = 0; copy < copies; ++copy)
        for (Pursuit one : pursuits) one.person += 100 * copy, many.push_back(one);
    const UntilEnd few = until_end(pursuits), more = until_end(many);
    if (few.cost.mean == 0) return;
    const Ratio ours = ratio(few.cost, few.completed, pursuits), theirs = ratio(more.cost, more.completed, many);
    RC_ASSERT(near(ours.value, theirs.value));
    RC_ASSERT(near(ours.error, theirs.error * std::sqrt(copies), 1e-9));
}

TEST(UntilEnd, OfFourStudentsIsReckonedByHand) {
    // Given four who pay 10 an hour: one completes at 10 hours, one is last seen at 20, one drops at 30, one completes at 40.
    const auto one = [](std::uint32_t person, std::int32_t hours, State end) { return Pursuit{.person = person, .end = end, .stretches = {{hours * 60, 10, 100}}}; };
    const std::vector<Pursuit> four{one(0, 10, Attempts::completed), one(1, 20, still_there), one(2, 30, Attempts::dropped), one(3, 40, Attempts::completed)};
    // When the mean is made, then S is 1 until 10, ¾ until 30, ⅜ until 40; a quarter completes at 10 and ⅜ at 40.
    const UntilEnd ours = until_end(four);
    EXPECT_DOUBLE_EQ(ours.hours.mean, 10 + 0.75 * 20 + 0.375 * 10);
    EXPECT_DOUBLE_EQ(ours.completed.mean, 0.25 + 0.375);
    EXPECT_DOUBLE_EQ(ours.cost.mean, 100 + 10 * ours.hours.mean);
    EXPECT_EQ(ours.horizon, 40 * 60);
}

TEST(UntilEnd, WhatIsSpentAfterTheLastEndedDoesNotCount) {
    const std::vector<Pursuit> two{{.person = 0, .end = Attempts::completed, .stretches = {{600, 1, 0}}}, {.person = 1, .end = still_there, .stretches = {{6000, 1, 0}}}};
    const UntilEnd ours = until_end(two);
    EXPECT_DOUBLE_EQ(ours.hours.mean, 10);
    EXPECT_DOUBLE_EQ(ours.going_on, 0.5);
}

}  // namespace
}  // namespace loopbaankaart::flow

#include "backtest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "../draws/draws.hpp"
#include "../simulate/simulate.hpp"

namespace loopbaankaart::flow {
namespace {

RC_GTEST_PROP(Score, IsWhatTheDefinitionsSay, ()) {
    const auto draws = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 30U)));
    const auto happened = *rc::gen::inRange(0U, 40U);
    const double n = static_cast<double>(draws.size());
    double off = 0, apart = 0, below = 0, same = 0;
    for (std::uint32_t one : draws) {
        off += std::abs(static_cast<double>(one) - happened) / n;
        below += one < happened ? 1 : 0, same += one == happened ? 1 : 0;
        for (std::uint32_t other : draws) apart += std::abs(static_cast<double>(one) - other) / (n * n);
    }
    const Score ours = score(draws, happened, 0.25);
    RC_ASSERT(std::abs(ours.crps - (off - apart / 2)) < 1e-9);  // E|X − y| − ½E|X − X′|
    RC_ASSERT(std::abs(ours.pit - (below + same / 4) / n) < 1e-12);
    RC_ASSERT(ours.log_score >= 0 && std::isfinite(ours.log_score));
    RC_ASSERT(ours.within95 || !ours.within80);
}

TEST(Score, OfAForecastThatIsRightHasPitsThatLieEvenly) {
    Stream stream{21, 0, 0};
    std::vector<std::uint32_t> draws(4000);
    std::array<double, 10> tenths{};
    constexpr int times = 2000;
    for (std::uint32_t& one : draws) one = draw::binomial(stream, 12, 0.2);
    for (int at = 0; at < times; ++at) {
        const std::uint32_t happened = draw::binomial(stream, 12, 0.2);
        tenths[static_cast<std::size_t>(10 * score(draws, happened, stream.uniform()).pit)] += 1;
    }
    double sum = 0;
    for (double seen : tenths) sum += (seen - times / 10) * (seen - times / 10) / (times / 10);
    EXPECT_LT(sum, 33.7);  // chi-square of 9 degrees, once in 10,000 times
}

TEST(Holm, StepsDown) {
    const std::vector<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
    const std::vector<double> right{0.03, 0.06, 0.06, 0.02};
    for (std::size_t at = 0; at < right.size(); ++at) EXPECT_NEAR(adjusted[at], right[at], 1e-12);
    EXPECT_TRUE(holm({}).empty());
}

// Tests of so many cohorts: how much better the model was, and how often it held.
std::vector<Tested> tests(std::uint32_t cohorts, std::uint32_t each, double crps, double covered) {
    std::vector<Tested> all;
    Stream stream{5, 0, 0};
    for (std::uint32_t cohort = 0; cohort < cohorts; ++cohort)
        for (std::uint32_t at = 0; at < each; ++at) {
            const double u = stream.uniform();  // in the middle as often as asked, and evenly there
            const double pit = stream.uniform() < covered ? 0.1 + 0.8 * u : (u < 0.5 ? 0.2 * u : 1 - 0.2 * (1 - u));
            all.push_back({cohort, {.crps = crps * (0.8 + 0.4 * stream.uniform()), .log_score = 1, .pit = pit}, {.crps = 1}});
        }
    return all;
}

TEST(Gate, IsGreenAmberRedOrGrey) {
    const auto all = judge({tests(5, 60, 0.7, 0.8), tests(5, 60, 0.7, 0.5), tests(5, 60, 1.4, 0.8), tests(5, 60, 1.0, 0.8), tests(4, 12, 0.7, 0.8), tests(2, 60, 0.7, 0.8), {}}, 1);
    const std::vector<Colour> right{Colour::green, Colour::amber, Colour::red, Colour::amber, Colour::grey, Colour::grey, Colour::grey};
    for (std::size_t at = 0; at < right.size(); ++at) EXPECT_EQ(all[at].colour, right[at]) << at;
    EXPECT_NEAR(all[0].skill.value, 0.3, 0.02);
    EXPECT_LE(all[0].coverage80.low, all[0].coverage80.value);
    EXPECT_GE(all[0].coverage80.high, all[0].coverage80.value);
}

constexpr BacktestOptions quick{.forecast = {.seed = 6, .threads = 2, .ahead = 1, .blocks = 20, .per_block = 20, .intake = {}}};

TEST(Backtest, SeesNothingOfTheYearsThatFollow) {
    School school = simulate({.seed = 8, .programmes = 6, .sectors = 2, .years = 6});
    const Backtest before = backtest(school, quick);
    for (std::size_t programme = 0; programme < 6; ++programme) {  // in the last year more leave
        auto* row = &school.moves[((5 * 6 + programme) * 5 + 0) * 5];
        row[2] += row[1], row[1] = 0;
    }
    const Backtest after = backtest(school, quick);
    std::size_t other_outcomes = 0;
    ASSERT_EQ(before.results.size(), after.results.size());
    for (std::size_t at = 0; at < before.results.size(); ++at) {
        EXPECT_EQ(before.results[at].line, after.results[at].line);
        other_outcomes += before.results[at].happened != after.results[at].happened ? 1 : 0;
    }
    EXPECT_GT(other_outcomes, 0U);
}

TEST(Backtest, ComparesWithWhatHappened) {
    const School school = simulate({.seed = 8, .programmes = 4, .sectors = 2, .years = 5});
    for (IntakeKnown intake : {IntakeKnown::realised, IntakeKnown::drawn}) {
        BacktestOptions options = quick;
        options.intake = intake;
        const Backtest test = backtest(school, options);
        for (const Result& result : test.results) {
            if (result.line.level != Level::school) continue;
            std::uint32_t right = 0;
            const auto year = static_cast<std::size_t>(result.origin - school.first_year + 1);
            for (std::size_t programme = 0; programme < 4; ++programme)
                for (State from : {State{0}, State{1}}) right += school.moved(year, programme, from, result.line.state);
            EXPECT_EQ(result.happened, right);
        }
        EXPECT_EQ(test.of(2, 1, 1).cohorts, 2U);
        EXPECT_EQ(test.of(2, 1, 1).colour, Colour::grey);
    }
}

// Few schools, as a guard; bench/flow_coverage has sixty.
TEST(Backtest, CoversWhatItSaysAndFallsShortWithoutTheCohortShock) {
    const auto covered = [](CohortShock shock) {
        double forecasts = 0, inside = 0;
        for (std::uint64_t seed : {31U, 32U, 33U}) {
            const School school = simulate({.seed = seed, .programmes = 40, .years = 6, .least_intake = 60, .within = 40});
            BacktestOptions options = quick;
            options.first_origin = school.years - 1, options.forecast.cohort = shock;
            for (const Result& result : backtest(school, options).results)
                if (result.line.level == Level::programme) ++forecasts, inside += result.model.pit >= 0.1 && result.model.pit <= 0.9 ? 1 : 0;
        }
        return inside / forecasts;
    };
    EXPECT_NEAR(covered(CohortShock::drawn), 0.8, 0.08);
    EXPECT_LT(covered(CohortShock::none), 0.72);
}

TEST(Simulation, LosesNobodyAndIsTheSameForItsSeed) {
    const Simulation kind{.seed = 5, .programmes = 12, .years = 4, .late = 0.4};
    const School school = simulate(kind);
    EXPECT_EQ(school.moves, simulate(kind).moves);
    for (std::size_t programme = 0; programme < 12; ++programme)
        for (std::size_t year = 1; year < 4; ++year) {
            std::uint32_t there = 0, were = school.arrived(year, programme);
            for (State state = 0; state < 5; ++state)
                for (State begun : {State{0}, State{1}}) there += school.moved(year, programme, begun, state), were += state == begun || (begun == 0 && state == 1) ? school.moved(year - 1, programme, begun, state) : 0;
            EXPECT_EQ(there, were);
        }
    const auto leave = [](const School& one, std::size_t year) {
        std::uint32_t sum = 0;
        for (std::size_t programme = 0; programme < 12; ++programme) sum += one.moved(year, programme, 0, 2) + one.moved(year, programme, 1, 2);
        return sum;
    };
    EXPECT_LT(leave(school, 3), leave(simulate({.seed = 5, .programmes = 12, .years = 4}), 3));
    EXPECT_GT(leave(simulate({.seed = 5, .programmes = 12, .years = 4, .changes_in = 3, .change = 1}), 3), leave(simulate({.seed = 5, .programmes = 12, .years = 4}), 3));
    EXPECT_GT(leave(simulate({.seed = 5, .programmes = 12, .years = 4, .trend = 0.4}), 3), leave(simulate({.seed = 5, .programmes = 12, .years = 4}), 3));
}

}  // namespace
}  // namespace loopbaankaart::flow

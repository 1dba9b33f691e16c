#include "backtest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

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
        tenths[std::min<std::size_t>(static_cast<std::size_t>(10 * score(draws, happened, stream.uniform()).pit), 9)] += 1;  // above all draws it is 1
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

// Forecasts of so many cohorts: how much better the model was, how often it held, and where the school's totals lay.
struct Past {
    std::uint32_t cohorts = 5, each = 60;
    double crps = 0.7, covered = 0.8;
    std::vector<double> totals{0.4, 0.7, 0.2, 0.55, 0.35};
};
TestedClass tests(const Past& past) {
    TestedClass all;
    Stream stream{5, 0, 0};
    for (std::uint32_t cohort = 0; cohort < past.cohorts; ++cohort) {
        for (std::uint32_t at = 0; at < past.each; ++at) {
            const double u = stream.uniform();  // in the middle as often as asked, and evenly there
            const double pit = stream.uniform() < past.covered ? 0.1 + 0.8 * u : (u < 0.5 ? 0.2 * u : 1 - 0.2 * (1 - u));
            all.programmes.push_back({cohort, {.crps = past.crps * (0.8 + 0.4 * stream.uniform()), .log_score = 1, .pit = pit}, {.crps = 1}, at});
        }
        all.totals.push_back({cohort, {.crps = 1, .pit = past.totals[cohort]}, {.crps = 1}});
    }
    return all;
}

TEST(Gate, IsGreenAmberRedOrGrey) {
    const Verdict verdict = judge({tests({}), tests({.covered = 0.5}), tests({.crps = 1.4}), tests({.totals = {0.4, 0.7, 0.2, 0.002, 0.01}}), tests({.totals = {0.9, 0.8, 0.95, 0.85, 0.9}}),
                                   tests({.crps = 1.02}), tests({.cohorts = 4, .each = 12}), tests({.cohorts = 2}), {}});
    using enum Colour;
    const std::vector<Colour> right{green, amber, red, amber, amber, amber, grey, grey, grey};
    for (std::size_t at = 0; at < right.size(); ++at) EXPECT_EQ(verdict.judgements[at].colour, right[at]) << at;
    const auto& [sound, uncertain, worse, changed, drifting, not_better, few, young, none] = std::tie(verdict.judgements[0], verdict.judgements[1], verdict.judgements[2], verdict.judgements[3], verdict.judgements[4],
                                                                                                      verdict.judgements[5], verdict.judgements[6], verdict.judgements[7], verdict.judgements[8]);
    EXPECT_EQ(sound.doubts, Doubts{});
    EXPECT_TRUE(uncertain.doubts.coverage && !uncertain.doubts.drift);
    EXPECT_TRUE(changed.doubts.drift && !changed.doubts.coverage);
    EXPECT_TRUE(drifting.doubts.drift);  // no year far out, all on one side
    EXPECT_TRUE(not_better.doubts.skill);
    EXPECT_NEAR(sound.skill.value, 0.3, 0.02);
    EXPECT_EQ(few.forecasts, 48U);
    EXPECT_EQ(young.cohorts, 2U);
    EXPECT_EQ(none.forecasts, 0U);
    EXPECT_LT(worse.skill.high, 0);
}

// Forecasts of a school that are no better together make no class green, however well one came out.
TEST(Gate, AsksSkillOfTheWholeSchool) {
    const TestedClass lucky = tests({.crps = 0.9});
    EXPECT_EQ(judge({lucky}).judgements[0].colour, Colour::green);
    const Verdict verdict = judge({lucky, tests({.crps = 1.15}), tests({.crps = 1.15})});
    EXPECT_EQ(verdict.judgements[0].colour, Colour::amber);
    EXPECT_TRUE(verdict.judgements[0].doubts.school_skill);
}

// Two years ahead lead through the first: what drifts one year ahead is not trusted for two, and the other way round it may be.
TEST(Gate, DoubtsLaterYearsOfWhatDriftsSooner) {
    const auto ahead = [](std::uint32_t years, const Past& past) {
        TestedClass all = tests(past);
        all.ahead = years;
        return all;
    };
    const Past drifting{.totals = {0.4, 0.7, 0.2, 0.002, 0.01}};
    const Verdict verdict = judge({ahead(1, drifting), ahead(2, {}), ahead(3, {}), ahead(1, {}), ahead(2, {.totals = {0.4, 0.7, 0.2, 0.0005, 0.0005}}), ahead(3, {}), ahead(1, {})});
    using enum Colour;
    const std::vector<Colour> right{amber, amber, amber, green, amber, amber, green};
    for (std::size_t at = 0; at < right.size(); ++at) EXPECT_EQ(verdict.judgements[at].colour, right[at]) << at;
}

RC_GTEST_PROP(Gate, KeepsItsLimitsWhereTheyCanBe, ()) {
    const Past past{.cohorts = *rc::gen::inRange(1U, 6U), .each = *rc::gen::inRange(1U, 60U), .crps = *rc::gen::inRange(1, 30) / 10.0, .covered = *rc::gen::inRange(0, 11) / 10.0};
    for (const Judgement& one : judge({tests(past), tests({})}).judgements)
        for (const Estimate& estimate : {one.coverage80, one.coverage95}) {
            RC_ASSERT(estimate.value >= 0 && estimate.value <= 1);
            if (one.forecasts >= least_forecasts && one.cohorts >= least_test_cohorts) RC_ASSERT(0 <= estimate.low && estimate.low <= estimate.value && estimate.value <= estimate.high && estimate.high <= 1);
            RC_ASSERT(one.drift >= 0 && one.drift <= 1);
        }
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
    for (IntakeKnown intake : {IntakeKnown::realised, IntakeKnown::drawn, IntakeKnown::first_year}) {
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

// The chance of intakes that are drawn is the same for M1 and M0: it must not hide which of both knows more.
TEST(Backtest, AsksSkillWithTheIntakesThatCame) {
    const School school = simulate({.seed = 9, .programmes = 12, .sectors = 2, .years = 7});
    BacktestOptions options = quick;
    const Backtest realised = backtest(school, options);
    options.intake = IntakeKnown::drawn;
    const Backtest drawn = backtest(school, options);
    EXPECT_EQ(drawn.skill, realised.skill);
    for (std::size_t at = 0; at < drawn.judgements.size(); ++at) EXPECT_EQ(drawn.judgements[at].skill, realised.judgements[at].skill);
    EXPECT_NE(drawn.judgements[1].crps, realised.judgements[1].crps);
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

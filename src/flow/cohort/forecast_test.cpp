#include "forecast.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../simulate/simulate.hpp"

namespace loopbaankaart::flow {
namespace {

enum : State { begun, gone, done };

// A school of one split: of those who begin, some are gone a year later, the others done.
School small_school(const std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>>& cohorts_of) {
    School school{.states = {"begun", "gone", "done"}, .programmes = {}, .sectors = {"all"}, .sector = std::vector<std::uint32_t>(cohorts_of.size()), .entry = begun, .first_year = 2020, .years = cohorts_of[0].size(), .moves = {}, .arrivals = {}, .present = {}};
    for (std::size_t programme = 0; programme < cohorts_of.size(); ++programme) school.programmes.push_back("p" + std::to_string(programme));
    for (std::size_t year = 0; year < school.years; ++year)
        for (const auto& cohorts : cohorts_of) {
            const auto [n, y] = cohorts[year];
            school.arrivals.push_back(n);
            school.moves.insert(school.moves.end(), {0, y, n - y, 0, 0, 0, 0, 0, 0});
        }
    school.present.assign(cohorts_of.size() * 3, 0);
    return school;
}
const Line& line_of(const Forecast& forecast, Level level, std::uint32_t subject, State state, std::uint32_t ahead = 1) {
    return *std::find_if(forecast.lines.begin(), forecast.lines.end(), [&](const Line& line) { return line.level == level && line.subject == subject && line.state == state && line.ahead == ahead; });
}
double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

TEST(Forecast, IsTheSameForAnyNumberOfThreads) {
    const School school = simulate({.seed = 4, .programmes = 9, .sectors = 2, .years = 5});
    const Forecast one = forecast(school, {.seed = 6, .threads = 1, .blocks = 10, .per_block = 20});
    for (unsigned threads : {2U, 5U}) EXPECT_EQ(one, forecast(school, {.seed = 6, .threads = threads, .blocks = 10, .per_block = 20}));
    EXPECT_FALSE(one == forecast(school, {.seed = 7, .threads = 2, .blocks = 10, .per_block = 20}));
}

// Given the rates' distribution, what is drawn is a mixture of beta-binomials that can be written out.
TEST(Forecast, OfOneSplitIsTheMixtureWrittenOut) {
    const School school = small_school({{{30, 6}, {28, 9}, {31, 7}}, {{40, 16}, {38, 11}, {45, 20}}});
    constexpr std::uint32_t coming = 12;
    const ForecastOptions options{.seed = 6, .ahead = 1, .year = YearEffect::none, .intake = {coming, coming}};
    std::vector<double> model(coming + 1), own(coming + 1);
    forecast(school, options, [&](std::size_t line, std::span<const std::uint32_t> draws, std::span<const std::uint32_t> own_draws) {
        if (line != gone) return;  // of the first programme
        for (std::uint32_t value : draws) model[value] += 1.0 / static_cast<double>(draws.size());
        for (std::uint32_t value : own_draws) own[value] += 1.0 / static_cast<double>(own_draws.size());
    });

    std::vector<Trials> trials;
    for (std::int32_t year = 0; year < 3; ++year)
        for (std::uint32_t programme = 0; programme < 2; ++programme) {
            const auto at = static_cast<std::size_t>(year);
            trials.push_back({programme, 2020 + year, school.arrived(at, programme), school.moved(at, programme, begun, gone)});
        }
    const SplitFit fit = fit_split(trials, 2, {.seed = 6, .subject = 3ULL << 40U, .year = YearEffect::none});
    double far = 0, far_own = 0, below = 0, drawn = 0, below_own = 0, drawn_own = 0;
    for (std::uint32_t y = 0; y <= coming; ++y) {
        for (std::uint32_t block = 0; block < 100; ++block) {
            const auto weights = fit.rate_weights(0, block);
            for (std::size_t node = 0; node < weights.size(); ++node) below += weights[node] / 100 * std::exp(log_choose(coming, y) + log_likelihood(coming, y, grid_log_odds(node), fit.blocks[block].within));
        }
        below_own += std::exp(own_rate_log_probability(coming, y, own_rate(89, 22)));
        drawn += model[y], drawn_own += own[y];
        far = std::max(far, std::abs(below - drawn)), far_own = std::max(far_own, std::abs(below_own - drawn_own));
    }
    EXPECT_NEAR(below, 1, 1e-9);
    EXPECT_LT(far, 2.23 / 100);  // Kolmogorov's distance that 10,000 draws pass once in 10,000 times
    EXPECT_LT(far_own, 2.23 / 50);  // 2,500 of M0
}

RC_GTEST_PROP(Forecast, LosesNobodyAndHasItsLimitsInOrder, ()) {
    const School school = simulate({.seed = *rc::gen::inRange<std::uint64_t>(1, 1000), .programmes = 3, .sectors = 2, .years = 3});
    const std::vector<std::uint32_t> intake{*rc::gen::inRange(0U, 60U), 20, 3};
    const ForecastOptions options{.seed = 1, .threads = 1, .ahead = 1, .blocks = 2, .per_block = 20, .intake = intake};
    std::vector<std::vector<std::uint32_t>> people(3, std::vector<std::uint32_t>(40));
    const Forecast all = forecast(school, options, [&](std::size_t line, std::span<const std::uint32_t> model, std::span<const std::uint32_t>) {
        if (line < 15)
            for (std::size_t draw = 0; draw < model.size(); ++draw) people[line / 5][draw] += model[draw];
    });
    for (std::size_t programme = 0; programme < 3; ++programme) {
        const std::uint32_t there = intake[programme] + school.present[programme * 5] + school.present[programme * 5 + 1];
        RC_ASSERT(std::all_of(people[programme].begin(), people[programme].end(), [&](std::uint32_t sum) { return sum == there; }));
    }
    for (const Line& line : all.lines)
        for (const Outlook& one : {line.model, line.own_rate}) RC_ASSERT(one.low95 <= one.low80 && one.low80 <= one.median && one.median <= one.high80 && one.high80 <= one.high95);
}

TEST(Forecast, OfTotalsIsLessSureWhenYearsDiffer) {
    const School school = simulate({.seed = 2, .programmes = 30, .sectors = 1, .years = 7, .least_intake = 60, .year_spread = 0.3});
    const auto width = [&](YearEffect year) {
        const Forecast all = forecast(school, {.seed = 1, .ahead = 1, .blocks = 25, .per_block = 20, .year = year, .intake = std::vector<std::uint32_t>(30, 90)});
        const Outlook& shown = line_of(all, Level::school, 0, 2).model;
        return shown.high80 - shown.low80;
    };
    EXPECT_GT(width(YearEffect::shared), 3 * width(YearEffect::none) / 2);
}

TEST(Forecast, RefusesWhatItCannotTellAndSaysWhy) {
    // Of little intake; much like any other; new; and one unlike the others.
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> cohorts_of{{{6, 1}, {5, 2}, {6, 1}}, {{40, 10}, {42, 9}, {41, 12}}, {{0, 0}, {0, 0}, {50, 13}}, {{90, 70}, {95, 72}, {92, 71}}};
    for (std::uint32_t more = 0; more < 8; ++more) cohorts_of.push_back({{80, 16 + 2 * more}, {80, 22}, {80, 18 + more}});
    const Forecast all = forecast(small_school(cohorts_of), {.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40, .intake = {6, 40, 50, 90, 80, 80, 80, 80, 80, 80, 80, 80}});
    EXPECT_EQ(line_of(all, Level::programme, 0, gone).refusal, Refusal::few_students);
    EXPECT_TRUE(line_of(all, Level::programme, 2, gone).borrowed);
    EXPECT_FALSE(line_of(all, Level::programme, 1, gone).borrowed);
    EXPECT_EQ(line_of(all, Level::programme, 3, gone).refusal, Refusal::none);
    EXPECT_EQ(line_of(all, Level::school, 0, gone).refusal, Refusal::none);

    // Programmes that are all the same: one's own past tells no more than the school's.
    const Forecast same = forecast(small_school(std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(10, {{60, 15}, {60, 15}, {60, 15}})), {.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40, .intake = std::vector<std::uint32_t>(10, 60)});
    EXPECT_EQ(line_of(same, Level::programme, 0, gone).refusal, Refusal::not_narrower);
}

// Small programmes whose rates differ: chance makes their numbers as wide as any, but their past does tell their rates.
TEST(Forecast, ComparesRatesAndNotTheChanceOfWholeStudents) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> cohorts_of;
    for (std::uint32_t programme = 0; programme < 14; ++programme) cohorts_of.emplace_back(8, std::pair{25U, 4 + programme / 2});
    const ForecastOptions options{.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40, .intake = std::vector<std::uint32_t>(14, 25)};
    const Forecast all = forecast(small_school(cohorts_of), options);
    for (std::uint32_t programme = 0; programme < 14; ++programme) EXPECT_EQ(line_of(all, Level::programme, programme, gone).refusal, Refusal::none) << programme;
}

TEST(Forecast, RefusesASectorOfAHandful) {
    School school = small_school({{{4, 1}, {3, 1}, {4, 2}}, {{5, 1}, {4, 1}, {5, 1}}, {{60, 12}, {60, 13}, {60, 15}}});
    school.sectors = {"one", "two"}, school.sector = {0, 0, 1};
    const Forecast all = forecast(school, {.seed = 6, .ahead = 1, .blocks = 10, .per_block = 20, .intake = {4, 5, 60}});
    EXPECT_EQ(line_of(all, Level::sector, 0, gone).refusal, Refusal::few_students);
    EXPECT_EQ(line_of(all, Level::sector, 1, gone).refusal, Refusal::none);
    EXPECT_EQ(line_of(all, Level::school, 0, gone).refusal, Refusal::none);
}

// One student in thousands took a way: it stays about as rare, and does not open the gates of a whole school.
TEST(Forecast, KeepsARareWayRare) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> cohorts_of(10, {{200, 0}, {200, 0}, {200, 0}, {200, 0}});
    cohorts_of[3][1].second = 1;
    const Line line = line_of(forecast(small_school(cohorts_of), {.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40, .intake = std::vector<std::uint32_t>(10, 200)}), Level::school, 0, gone);
    EXPECT_LE(line.model.high95, 3U);
    EXPECT_LT(line.model.mean, 1);
}

TEST(Forecast, DrawsAnIntakeThatIsNotKnown) {
    const School school = small_school({{{100, 20}, {140, 30}, {60, 10}, {100, 20}}});
    const Forecast drawn = forecast(school, {.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40}), known = forecast(school, {.seed = 6, .ahead = 1, .blocks = 50, .per_block = 40, .intake = {100}});
    const Outlook wide = line_of(drawn, Level::programme, 0, done).model, narrow = line_of(known, Level::programme, 0, done).model;
    EXPECT_NEAR(wide.mean, narrow.mean, 8);
    EXPECT_GT(wide.high80 - wide.low80, (narrow.high80 - narrow.low80) * 3 / 2);
}

}  // namespace
}  // namespace loopbaankaart::flow

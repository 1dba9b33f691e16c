#include "split.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "../draws/draws.hpp"
#include "likelihood.hpp"

namespace loopbaankaart::flow {
namespace {

// log P(all y) of one programme without year effect, exactly: every beta-binomial is a polynomial in π and 1−π with terms above zero, and
// their means under a beta are known.
double exact_log_marginal(const std::vector<Trials>& trials, double mean, double among, double within) {
    std::map<std::pair<int, int>, double> polynomial{{{0, 0}, 1.0}};
    const auto times = [&](int which, double added, double divided) {  // × (κ₂π + added)/divided, or of 1−π
        std::map<std::pair<int, int>, double> next;
        for (const auto& [powers, factor] : polynomial) {
            next[{powers.first + (which == 0 ? 1 : 0), powers.second + which}] += factor * within / divided;
            next[powers] += factor * added / divided;
        }
        polynomial = std::move(next);
    };
    for (const Trials& one : trials) {
        for (std::uint32_t at = 0; at < one.y; ++at) times(0, at, within + at);
        for (std::uint32_t at = 0; at < one.n - one.y; ++at) times(1, at, within + one.y + at);
    }
    const auto log_beta = [](double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); };
    const double a = among * mean, b = among * (1 - mean);
    double sum = 0;
    for (const auto& [powers, factor] : polynomial) sum += factor * std::exp(log_beta(a + powers.first, b + powers.second) - log_beta(a, b));
    return std::log(sum);
}

double choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

std::vector<Trials> any_trials(std::uint32_t programmes, std::int32_t years, std::uint32_t most) {
    std::vector<Trials> trials;
    for (std::uint32_t programme = 0; programme < programmes; ++programme)
        for (std::int32_t year = 0; year < years; ++year) {
            const auto n = *rc::gen::inRange<std::uint32_t>(0, most + 1);
            if (n > 0) trials.push_back({programme, 2020 + year, n, *rc::gen::inRange<std::uint32_t>(0, n + 1)});
        }
    return trials;
}

RC_GTEST_PROP(Split, IsTheExactSumForSmallCohorts, ()) {
    const auto trials = any_trials(1, 3, 5);
    RC_PRE(!trials.empty());
    const double mean = *rc::gen::inRange(3, 8) / 10.0, among = *rc::gen::inRange(10, 80), within = *rc::gen::inRange(2, 300);
    const Shared shared{.mean = mean, .among = among, .within = within, .year_spread = 0, .years = {0, 0, 0}};
    RC_ASSERT(std::abs(log_marginal(trials, 1, shared, {2020, 2021, 2022}) - exact_log_marginal(trials, mean, among, within)) < 1e-6);
}

RC_GTEST_PROP(Split, GivesAllOutcomesTogetherAProbabilityOfOne, ()) {
    const auto one = *rc::gen::inRange<std::uint32_t>(1, 7), two = *rc::gen::inRange<std::uint32_t>(1, 7);
    const Shared shared{.mean = 0.4, .among = 30, .within = *rc::gen::elementOf(std::vector<double>{5, 60, std::numeric_limits<double>::infinity()}), .year_spread = 0.2, .years = {*rc::gen::inRange(-50, 50) / 100.0, 0.2}};
    double sum = 0;
    for (std::uint32_t y = 0; y <= one; ++y)
        for (std::uint32_t z = 0; z <= two; ++z)
            sum += std::exp(choose(one, y) + choose(two, z) + log_marginal({{0, 2020, one, y}, {0, 2021, two, z}}, 1, shared, {2020, 2021}));
    RC_ASSERT(std::abs(sum - 1) < 1e-5);
}

RC_GTEST_PROP(Split, WithAYearEffectIsTheIntegralDoneFinely, ()) {
    const auto trials = any_trials(2, 3, 60);
    const std::vector<std::int32_t> years{2020, 2021, 2022};
    Shared shared{.mean = *rc::gen::inRange(10, 90) / 100.0, .among = 40, .within = static_cast<double>(*rc::gen::inRange(2, 500)), .year_spread = 0.3, .years = {}};
    for (std::size_t year = 0; year < 3; ++year) shared.years.push_back(*rc::gen::inRange(-100, 101) / 100.0);
    const auto log_beta = [](double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); };
    double right = 0;
    for (std::uint32_t programme = 0; programme < 2; ++programme) {
        double sum = 0;
        constexpr int nodes = 6000;
        for (int node = 0; node < nodes; ++node) {  // over the log-odds from −15 to 15
            const double odds = -15 + 30.0 * (node + 0.5) / nodes;
            const double a = shared.among * shared.mean, b = shared.among * (1 - shared.mean);
            double log = -a * std::log1p(std::exp(-odds)) - b * std::log1p(std::exp(odds)) - log_beta(a, b);
            for (const Trials& one : trials) {
                if (one.programme != programme) continue;
                const double rate = 1 / (1 + std::exp(-odds - shared.years[static_cast<std::size_t>(one.year - 2020)]));
                log += log_beta(shared.within * rate + one.y, shared.within * (1 - rate) + one.n - one.y) - log_beta(shared.within * rate, shared.within * (1 - rate));
            }
            sum += std::exp(log) * 30 / nodes;
        }
        right += std::log(sum);
    }
    RC_ASSERT(std::abs(log_marginal(trials, 2, shared, years) - right) < 2e-3);
}

// Newton climbs by them: slopes are what heights differ by. (Heights are cubics between nodes, so that at a node slopes themselves may jump.)
RC_GTEST_PROP(Split, ClimbsByItsOwnSlopes, ()) {
    const std::vector<std::int32_t> years{2020, 2021, 2022};
    const auto trials = any_trials(2, 3, 60);
    std::vector<std::size_t> first{0, 0, trials.size()};
    first[1] = static_cast<std::size_t>(std::count_if(trials.begin(), trials.end(), [](const Trials& one) { return one.programme == 0; }));
    const splits::Likelihood likelihood{trials, first, years, YearEffect::shared};
    const Surface surface{trials, static_cast<double>(*rc::gen::inRange(5, 500))};
    splits::Row at(likelihood.unknowns());
    for (double& one : at) one = *rc::gen::inRange(-100, 101) / 100.0;
    const splits::Bend here = likelihood.bend(surface, 40, at);
    constexpr double step = 1e-4;
    for (std::size_t one = 0; one < at.size(); ++one) {
        splits::Row more = at, less = at;
        more[one] += step, less[one] -= step;
        const splits::Bend above = likelihood.bend(surface, 40, more), below = likelihood.bend(surface, 40, less);
        const double slope = (above.value - below.value) / (2 * step);
        RC_ASSERT(std::abs(here.slope[one] - slope) < 1e-2 * (1 + std::abs(slope)));
    }
}

// A school of this kind, with seeds that are published here.
struct Kind {
    double mean, among, within, year_spread;
};
std::vector<Trials> drawn_trials(const Kind& kind, std::uint32_t programmes, std::int32_t years, std::uint64_t seed) {
    Stream stream{seed, 0, 0};
    std::vector<double> year(static_cast<std::size_t>(years));
    for (double& one : year) one = kind.year_spread * draw::normal(stream);
    std::vector<Trials> trials;
    for (std::uint32_t programme = 0; programme < programmes; ++programme) {
        const double own = draw::beta(stream, kind.among * kind.mean, kind.among * (1 - kind.mean));
        for (std::int32_t at = 0; at < years; ++at) {
            const double rate = 1 / (1 + (1 / own - 1) * std::exp(-year[static_cast<std::size_t>(at)]));
            const double here = draw::beta(stream, kind.within * rate, kind.within * (1 - rate));
            const auto n = 10 + static_cast<std::uint32_t>(stream.uniform() * 110);
            trials.push_back({programme, 2015 + at, n, draw::binomial(stream, n, here)});
        }
    }
    return trials;
}
double middle_of(const SplitFit& fit, double Shared::*what) {
    std::vector<double> values;
    for (const Shared& block : fit.blocks) values.push_back(block.*what);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

TEST(Split, FindsWhatManyProgrammesWereDrawnWith) {
    const Kind kind{.mean = 0.2, .among = 30, .within = 90, .year_spread = 0.25};
    constexpr int schools = 5;  // of one, eight years tell little of how years spread
    double among = 0, within = 0, mean = 0, year_spread = 0;
    for (std::uint64_t seed = 11; seed < 11 + schools; ++seed) {
        const SplitFit fit = fit_split(drawn_trials(kind, 150, 8, seed), 150, {.seed = 1});
        among += std::log(middle_of(fit, &Shared::among) / kind.among) / schools, within += std::log(middle_of(fit, &Shared::within) / kind.within) / schools;
        mean += middle_of(fit, &Shared::mean) / schools, year_spread += middle_of(fit, &Shared::year_spread) / schools;
    }
    EXPECT_NEAR(among, 0, 0.2);
    EXPECT_NEAR(within, 0, 0.15);
    EXPECT_NEAR(mean, kind.mean, 0.02);
    EXPECT_NEAR(year_spread, kind.year_spread, 0.08);
}

TEST(Split, IsLessSureOfWhatProgrammesShareWhenTheyAreFew) {
    const Kind kind{.mean = 0.3, .among = 30, .within = 60, .year_spread = 0};
    const auto spread = [&](std::uint32_t programmes) {
        const SplitFit fit = fit_split(drawn_trials(kind, programmes, 5, 12), programmes, {.seed = 1});
        double sum = 0, square = 0;
        for (const Shared& block : fit.blocks) sum += std::log(block.within), square += std::log(block.within) * std::log(block.within);
        return square / 100 - sum * sum / 10'000;
    };
    EXPECT_GT(spread(3), 4 * spread(100));
}

TEST(Split, OfNoTrialsKnowsNothingAndOfANewProgrammeWhatOthersTell) {
    const SplitFit nothing = fit_split({}, 2, {});
    EXPECT_TRUE(nothing.no_trials());
    EXPECT_EQ(nothing.rate_weights(1, 0).size(), rate_grid::size);
    const SplitFit fit = fit_split({{0, 2020, 50, 10}, {0, 2021, 50, 12}}, 2, {});
    EXPECT_EQ(fit.rate_weights(1, 7), fit.new_weights(7));
    EXPECT_NE(fit.rate_weights(0, 7), fit.new_weights(7));
}

RC_GTEST_PROP(Split, DoesNotDependOnTheOrderOrTheParts, ()) {
    auto trials = any_trials(4, 3, 30);
    RC_PRE(trials.size() > 1);
    const SplitFit one = fit_split(trials, 4, {.seed = 3, .blocks = 4});
    if (trials[0].n > 1) {  // one cohort in two rows
        const std::uint32_t y = std::min(trials[0].y, 1U);
        trials.push_back({trials[0].programme, trials[0].year, 1, y});
        --trials[0].n, trials[0].y -= y;
    }
    const auto keys = *rc::gen::container<std::vector<int>>(trials.size(), rc::gen::arbitrary<int>());
    std::vector<std::size_t> order(trials.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<Trials> arranged;
    for (std::size_t at : order) arranged.push_back(trials[at]);
    const SplitFit other = fit_split(arranged, 4, {.seed = 3, .blocks = 4});
    for (std::uint32_t block = 0; block < 4; ++block)
        for (std::uint32_t programme = 0; programme < 4; ++programme) {
            const auto weights = one.rate_weights(programme, block);
            RC_ASSERT(weights == other.rate_weights(programme, block));
            RC_ASSERT(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1) < 1e-12);
        }
}

}  // namespace
}  // namespace loopbaankaart::flow

#include "hazard.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

#include "trial_histories.hpp"

namespace loopbaankaart::flow {
namespace {

trial::World any_world(std::uint32_t least_programmes) {
    return {.people = *rc::gen::inRange<std::size_t>(20, 80), .kinds = *rc::gen::inRange<std::size_t>(1, 4), .periods = *rc::gen::inRange<std::size_t>(1, 5), .width = *rc::gen::inRange<std::size_t>(0, 4),
            .programmes = *rc::gen::inRange<std::uint32_t>(least_programmes, 4)};
}
Histories any_histories(std::uint32_t least_programmes = 0) {
    for (;;) {
        Histories all = trial::histories(any_world(least_programmes), *rc::gen::inRange<std::uint64_t>(1, 100000));
        std::vector<int> seen(all.kinds);
        for (std::uint8_t event : all.event)
            if (event > 0) ++seen[event - 1U];
        if (std::count(seen.begin(), seen.end(), 0) == 0) return all;
    }
}
std::vector<double> any_numbers(std::size_t count) {
    std::vector<double> all(count);
    for (double& one : all) one = *rc::gen::inRange(-200, 201) / 100.0;
    return all;
}
HazardFit fitted(const Histories& all, const HazardOptions& options = {}) { return *fit_hazard(all, options); }

TEST(Hazard, WithOneInterceptIsTheShare) {
    // Given 40 who left, 25 with a diploma and 35 still there, when nothing else is known, then odds are counts divided.
    Histories all{.kinds = 2};
    for (int person = 0; person < 100; ++person) all.enter.push_back(0), all.leave.push_back(1), all.event.push_back(person < 40 ? 1 : person < 65 ? 2 : 0);
    const HazardFit fit = fitted(all);
    EXPECT_NEAR(fit.baseline(0, 0), std::log(40.0 / 35), 1e-12);
    EXPECT_NEAR(fit.baseline(1, 0), std::log(25.0 / 35), 1e-12);
    const auto chances = fit.outcomes(0, 1, 0, {});
    EXPECT_NEAR(chances[1], 0.4, 1e-12);
    EXPECT_NEAR(fit.precision.inverse_diagonal()[0], 1.0 / 40 + 1.0 / 35, 1e-12) << "the variance of a difference of log counts";
}

TEST(Hazard, OfPeriodsWithoutPenaltyIsThatOfEachPeriod) {
    const Histories all = trial::histories({.people = 400, .kinds = 2, .periods = 3, .width = 0}, 5);
    const HazardFit fit = fitted(all, {.smooth = 0});
    for (std::size_t t = 0; t < 3; ++t) {
        double at_risk = 0;
        std::vector<double> events(2);
        for (std::size_t person = 0; person < all.size(); ++person) {
            if (all.enter[person] <= t && t < all.leave[person]) ++at_risk;
            if (all.leave[person] == t + 1 && all.event[person] > 0) ++events[all.event[person] - 1U];
        }
        for (std::size_t k = 0; k < 2; ++k) EXPECT_NEAR(fit.baseline(k, t), std::log(events[k] / (at_risk - events[0] - events[1])), 1e-9);
    }
}

RC_GTEST_PROP(Hazard, SlopesUpAsCentralDifferencesDo, ()) {
    const Histories all = any_histories();
    const HazardOptions options{.threads = 1, .ridge = 0.7, .smooth = 1.3};
    const std::vector<double> spreads(all.kinds, 0.8);
    auto at = any_numbers(all.kinds * (all.periods + all.programmes + all.width));
    std::vector<double> slope, unused;
    penalised(all, options, spreads, at, slope);
    for (std::size_t one = 0; one < at.size(); ++one) {
        const double here = at[one], step = 1e-5;
        at[one] = here + step;
        const double above = penalised(all, options, spreads, at, unused);
        at[one] = here - step;
        const double below = penalised(all, options, spreads, at, unused);
        at[one] = here;
        RC_ASSERT(std::abs(slope[one] - (above - below) / (2 * step)) < 1e-5);
    }
}

RC_GTEST_PROP(Hazard, IsAtTheTopAndAsSharpAsItsSlopesSay, ()) {
    const Histories all = any_histories();
    const HazardOptions options{.threads = 1, .spread = 0.6};
    const HazardFit fit = fitted(all, options);
    std::vector<double> slope, more, less;
    penalised(all, options, fit.spreads, fit.parameters, slope);
    for (double one : slope) RC_ASSERT(std::abs(one) < 1e-6);
    // The curvature in any direction is what slopes differ by, and `precision` solves it.
    const auto way = any_numbers(fit.parameters.size());
    auto above = fit.parameters, below = fit.parameters;
    constexpr double step = 1e-4;
    for (std::size_t at = 0; at < way.size(); ++at) above[at] += step * way[at], below[at] -= step * way[at];
    penalised(all, options, fit.spreads, above, more), penalised(all, options, fit.spreads, below, less);
    std::vector<double> bend(way.size());
    for (std::size_t at = 0; at < way.size(); ++at) bend[at] = (less[at] - more[at]) / (2 * step);
    const auto back = fit.precision.solve(bend);
    for (std::size_t at = 0; at < way.size(); ++at) RC_ASSERT(std::abs(back[at] - way[at]) < 1e-3);
}

RC_GTEST_PROP(Hazard, HasTheLikelihoodOfItsDefinition, ()) {
    const Histories all = any_histories();
    const HazardFit fit = fitted(all, {.threads = 1});
    double sum = 0;
    for (std::size_t person = 0; person < all.size(); ++person) sum += std::log(trial::chance_of(fit, all, person));
    RC_ASSERT(std::abs(sum - fit.log_likelihood) < 1e-6);
}

RC_GTEST_PROP(Hazard, GivesAllOutcomesTogetherAChanceOfOne, ()) {
    const Histories all = any_histories();
    const HazardFit fit = fitted(all, {.threads = 1});
    const auto x = any_numbers(all.width);
    for (std::size_t from = 0; from <= all.periods; ++from) {
        const auto chances = fit.outcomes(from, all.periods, 0, x);
        RC_ASSERT(std::abs(std::accumulate(chances.begin(), chances.end(), 0.0) - 1) < 1e-12);
    }
}

RC_GTEST_PROP(Hazard, CountsProgrammesFromTheirMean, ()) {
    const Histories all = any_histories(2);
    const HazardFit fit = fitted(all, {.threads = 1});
    for (std::size_t k = 0; k < all.kinds; ++k) {
        double sum = 0;
        for (std::uint32_t g = 0; g < all.programmes; ++g) sum += fit.intercept(k, g);
        RC_ASSERT(std::abs(sum) < 1e-6);
    }
}

struct Reference {
    Histories all;
    std::map<std::string, std::pair<double, double>> r;  // "glm 1 x1" → estimate, error
};
Reference reference() {
    Reference reference{{.kinds = 2, .periods = 4, .width = 2}, {}};
    const std::string folder = "src/flow/hazard/reference/";
    std::string line;
    std::ifstream people{folder + "persons.csv"}, estimates{folder + "r_estimates.csv"};
    std::getline(people, line), std::getline(estimates, line);
    const auto cells = [&] {
        std::vector<std::string> all;
        std::istringstream row{line};
        for (std::string cell; std::getline(row, cell, ',');) all.push_back(cell);
        return all;
    };
    while (std::getline(people, line)) {
        const auto row = cells();
        reference.all.enter.push_back(static_cast<std::uint32_t>(std::stoul(row[1]))), reference.all.leave.push_back(static_cast<std::uint32_t>(std::stoul(row[2])));
        reference.all.event.push_back(static_cast<std::uint8_t>(std::stoul(row[3])));
        reference.all.x.push_back(std::stod(row[4])), reference.all.x.push_back(std::stod(row[5]));
    }
    while (std::getline(estimates, line)) {
        const auto row = cells();
        reference.r[row[0] + " " + row[1] + " " + row[2]] = {std::stod(row[3]), std::stod(row[4])};
    }
    return reference;
}

TEST(Hazard, AgreesWithMultinomOfR) {
    const auto [all, r] = reference();
    ASSERT_EQ(all.size(), 300U);
    const HazardFit fit = fitted(all, {.ridge = 0, .smooth = 0});
    const auto variance = fit.precision.inverse_diagonal();
    for (std::size_t k = 0; k < 2; ++k)
        for (std::size_t at = 0; at < fit.row(); ++at) {
            const auto [estimate, error] = r.at(fmt::format("multinom {} {}", k + 1, at < 4 ? fmt::format("period{}", at) : fmt::format("x{}", at - 3)));
            EXPECT_NEAR(fit.parameters[k * fit.row() + at], estimate, 1e-6);  // R's stops by the height reached, not the slope
            EXPECT_NEAR(std::sqrt(variance[k * fit.row() + at]), error, 1e-6);
        }
    EXPECT_NEAR(fit.log_likelihood, -508.0426, 1e-4);
}

TEST(Hazard, AgreesWithGlmOfR) {
    auto [all, r] = reference();
    all.kinds = 1;
    for (std::uint8_t& event : all.event) event = event > 0 ? 1 : 0;
    const HazardFit fit = fitted(all, {.ridge = 0, .smooth = 0});
    const auto variance = fit.precision.inverse_diagonal();
    for (std::size_t at = 0; at < fit.row(); ++at) {
        const auto [estimate, error] = r.at(at < 4 ? fmt::format("glm 1 period{}", at) : fmt::format("glm 1 x{}", at - 3));
        EXPECT_NEAR(fit.parameters[at], estimate, 1e-9);
        EXPECT_NEAR(std::sqrt(variance[at]), error, 1e-8);
    }
}

TEST(Hazard, IsTheSameForAnyNumberOfThreads) {
    const Histories all = trial::histories({.people = 6000, .programmes = 20}, 3);
    const HazardFit one = fitted(all, {.threads = 1});
    for (unsigned threads : {2U, 5U}) {
        const HazardFit other = fitted(all, {.threads = threads});
        EXPECT_EQ(other.parameters, one.parameters);
        EXPECT_EQ(other.spreads, one.spreads);
    }
}

TEST(Hazard, FindsHowFarProgrammesDiffer) {
    const HazardFit fit = fitted(trial::histories({.people = 30000, .kinds = 1, .width = 1, .programmes = 200, .spread = 0.6}, 9));
    EXPECT_NEAR(fit.spreads[0], 0.6, 0.1);
    EXPECT_GT(fit.freedom[0], 100) << "programmes of 150 are known well enough to count";
    const HazardFit none = fitted(trial::histories({.people = 6000, .kinds = 1, .width = 1, .programmes = 100, .spread = 0}, 9));
    EXPECT_LT(none.spreads[0], 0.15) << "programmes that do not differ are taken together";
}

TEST(Hazard, KeepsToWhatCanHappen) {
    // Given that a diploma comes in the last period only, then its chance is 0 before and nothing depends on that baseline.
    Histories all = trial::histories({.people = 500, .kinds = 1, .periods = 3}, 4);
    all.kinds = 2;
    for (std::size_t person = 0; person < all.size(); ++person)
        if (all.event[person] == 0 && all.leave[person] == 3 && person % 2 == 0) all.event[person] = 2;
    all.possible = {1, 1, 1, 0, 0, 1};
    const HazardFit fit = fitted(all);
    EXPECT_EQ(fit.outcomes(0, 2, 0, std::vector<double>{0, 0})[2], 0);
    EXPECT_GT(fit.outcomes(0, 3, 0, std::vector<double>{0, 0})[2], 0.1);
    all.possible = {1, 1, 1, 1, 1, 0};
    EXPECT_EQ(fit_hazard(all, {}).error().code(), "flow.bad_history");
}

TEST(Hazard, RefusesWhatItCannotLearnFrom) {
    Histories all = trial::histories({.people = 50}, 4);
    EXPECT_EQ(fit_hazard(Histories{}, {}).error().code(), "flow.no_histories");
    Histories bad = all;
    bad.x[7] = NAN;
    EXPECT_EQ(fit_hazard(bad, {}).error().about, "4");
    bad = all, bad.leave[2] = bad.enter[2];
    EXPECT_EQ(fit_hazard(bad, {}).error().code(), "flow.bad_history");
    bad = all, std::replace(bad.event.begin(), bad.event.end(), std::uint8_t{2}, std::uint8_t{1});
    EXPECT_EQ(fit_hazard(bad, {}).error().code(), "flow.no_such_event");
    // Given a number that tells the outcome exactly, when nothing holds it back, then there is no estimate; with a ridge there is.
    Histories told{.kinds = 1, .width = 1};
    for (int person = 0; person < 40; ++person) told.enter.push_back(0), told.leave.push_back(1), told.event.push_back(person % 2 == 0 ? 1 : 0), told.x.push_back(person % 2 == 0 ? 1 : -1);
    EXPECT_EQ(fit_hazard(told, {.ridge = 0}).error().code(), "flow.not_settled");
    EXPECT_TRUE(fit_hazard(told, {.ridge = 1}));
}

}  // namespace
}  // namespace loopbaankaart::flow
